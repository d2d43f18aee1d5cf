package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.ruleset.ExtensionFact;

/** A step as scripts see it. */
public final class ScriptedStep {
    private final ExtensionFact.OfStep step;

    ScriptedStep(ExtensionFact.OfStep step) {
        this.step = step;
    }

    public String connector() {
        return step.connector();
    }

    /** As run profiles name it, such as {@code full-sync}. */
    public String kind() {
        return step.kind();
    }

    /** How it ended, such as {@code success}; nothing before it. */
    public String result() {
        return step.result();
    }

    /** How often something was counted, by the name that reports show; 0 for what was not. */
    public long count(String counter) {
        return step.changes().getOrDefault(counter, 0L);
    }
}
