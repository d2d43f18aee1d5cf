package org.syncline.dsl.extension.groovy;

import java.util.List;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.schema.identity.Value;

/** One contribution to an attribute, as scripts see it. */
public final class ScriptedContribution {
    private final ExtensionFact.Contribution contribution;

    ScriptedContribution(ExtensionFact.Contribution contribution) {
        this.contribution = contribution;
    }

    ExtensionFact.Contribution contribution() {
        return contribution;
    }

    /** The connector from which it comes. */
    public String connector() {
        return contribution.object().connector();
    }

    /** The rule that brings it. */
    public String rule() {
        return contribution.flow().name();
    }

    public int precedence() {
        return contribution.flow().precedence();
    }

    /** The first value as text. */
    public String text() {
        return contribution.content().asList().getFirst().text();
    }

    /** All values as texts. */
    public List<String> texts() {
        return contribution.content().asList().stream().map(Value::text).toList();
    }
}
