package org.syncline.dsl.extension.drools;

import java.time.Duration;

/** Rules did not come to an end in time; the thread they were fired in had to be given up. */
public final class EndlessRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param rule null where it cannot be told */
    EndlessRule(CompiledRule rule, Duration budget) {
        super(rule == null
                ? "The conditions of rules took longer than " + budget.toSeconds()
                        + " s for one page. Look for patterns that can match a text in very many ways."
                : "Rule '" + rule.name() + "' (" + rule.location() + ") did not come to an end within "
                        + budget.toSeconds() + " s. It is not fired any more; mend it and save its file.");
    }
}
