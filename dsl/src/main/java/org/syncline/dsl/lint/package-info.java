/** Finds what works in a ruleset and is hardly what was meant: each finding has a code, a place, a reason and a mend. */
package org.syncline.dsl.lint;
