/** The version of the rules that is current, and the way a saved one becomes it: watched, read, checked, then swapped at once. */
package org.syncline.dsl.reload;
