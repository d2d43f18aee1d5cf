package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.ruleset.StepRemark;

/** Takes what is to be said of a step. */
public final class Remark extends Answers<StepRemark> {
    private final boolean refuses;

    /** @param refuses whether the step must not begin */
    Remark(ScriptRule rule, boolean refuses) {
        super(rule);
        this.refuses = refuses;
    }

    public void call(String message) {
        give(new StepRemark(rule().name(), rule().location(), message, refuses));
    }
}
