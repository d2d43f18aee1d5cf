package org.syncline.schema.identity;

import java.time.Instant;

/**
 * Where one metaverse value comes from.
 *
 * @param contributor number of the contributing connector-space object; 0 for a derived value
 * @param rule name of the rule that brought it
 * @param rulesetVersion version of the rules that last <em>changed</em> the value
 * @param changed when it last changed
 */
public record Lineage(long contributor, String rule, long rulesetVersion, Instant changed) {

    /** Who brought a value, whenever that was. */
    public record Origin(long contributor, String rule) {}

    public Origin origin() {
        return new Origin(contributor, rule);
    }
}
