/** What can be said of conditions before there are objects: whether they can hold, and whether one follows from another. */
package org.syncline.dsl.condition;
