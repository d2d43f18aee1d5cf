/** Measures the straight line on made-up people, beside the floor: the libraries alone, reading and writing the same. */
package org.syncline.platform.app.bench;
