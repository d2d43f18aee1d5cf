/** A made-up company of any size, always the same: what examples, trials and the benchmark work on. */
package org.syncline.platform.app.company;
