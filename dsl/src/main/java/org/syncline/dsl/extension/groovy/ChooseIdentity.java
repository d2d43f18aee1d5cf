package org.syncline.dsl.extension.groovy;

import org.syncline.dsl.ruleset.JoinResolution;

/** Takes whom an object belongs to. */
public final class ChooseIdentity extends Answers<JoinResolution> {
    private final Candidates candidates;

    ChooseIdentity(ScriptRule rule, Candidates candidates) {
        super(rule);
        this.candidates = candidates;
    }

    /** One of the candidates; nothing leaves it to a person. */
    public void call(ScriptedObject candidate) {
        if (candidate != null) {
            give(new JoinResolution(candidates.identity(candidate), rule().name(), rule().location()));
        }
    }

    /** None of them: the next criterion is tried. */
    public void nobody() {
        give(new JoinResolution(JoinResolution.NOBODY, rule().name(), rule().location()));
    }
}
