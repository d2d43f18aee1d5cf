/** Values in by precedence, values out to what a system should hold: pure functions. */
package org.syncline.rules.attributeflow;
