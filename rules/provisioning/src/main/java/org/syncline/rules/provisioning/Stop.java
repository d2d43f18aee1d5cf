package org.syncline.rules.provisioning;

/** Ends the evaluation of rules before its end: with questions, or because a rule failed. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AccountDecision decision;

    Stop(AccountDecision decision) {
        super(null, null, false, false);
        this.decision = decision;
    }

    AccountDecision decision() {
        return decision;
    }
}
