/** The identity model: immutable values, attributes, deltas, and the two kinds of object that hold them. */
package org.syncline.schema.identity;
