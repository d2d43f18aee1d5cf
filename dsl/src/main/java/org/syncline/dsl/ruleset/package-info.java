/** What was written, as immutable records: one {@link org.syncline.dsl.ruleset.Ruleset} per version of a configuration folder. */
package org.syncline.dsl.ruleset;
