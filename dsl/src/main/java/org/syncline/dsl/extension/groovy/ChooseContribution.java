package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;

/** Takes which contribution wins. */
public final class ChooseContribution extends Answers<ImportFlow> {
    ChooseContribution(ScriptRule rule) {
        super(rule);
    }

    /** This one; nothing leaves it to the precedence. */
    public void call(ScriptedContribution winner) {
        if (winner != null) {
            give(winner.contribution().flow());
        }
    }
}
