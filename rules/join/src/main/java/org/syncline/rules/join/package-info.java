/** Whom an object of a connected system belongs to: pure functions over its rules and the candidates found. */
package org.syncline.rules.join;
