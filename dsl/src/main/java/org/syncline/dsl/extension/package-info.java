/** Rules that are programs: what they see of objects, and how what they say becomes values. */
package org.syncline.dsl.extension;
