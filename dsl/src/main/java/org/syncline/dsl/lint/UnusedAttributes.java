package org.syncline.dsl.lint;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.Ruleset;

/** Finds attributes of identities that are filled and not read, and such as are read and not filled. */
final class UnusedAttributes {
    private UnusedAttributes() {}

    static List<Lint> in(Ruleset ruleset) {
        AttributeUse use = new AttributeUse(ruleset);
        List<Lint> found = new ArrayList<>();
        use.filled().forEach((attribute, location) -> {
            if (use.isUnread(attribute)) {
                found.add(new Lint(
                        LintCode.ATTRIBUTE_NEVER_READ, location,
                        "No rule reads " + attribute + ", into which this flows",
                        "let it flow on, leave it out, or declare the attribute with indexed=\"true\" if people search by it"));
            }
        });
        use.read().forEach((attribute, location) -> {
            if (!use.filled().containsKey(attribute) && !use.mayBeFilled(attribute)) {
                found.add(new Lint(
                        LintCode.ATTRIBUTE_NEVER_FILLED, location,
                        "Nothing flows into " + attribute + ", which is read here",
                        "add an <import> flow for it, or read another"));
            }
        });
        return found;
    }
}
