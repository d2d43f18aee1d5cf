package org.syncline.platform.engine.story;

import java.util.Set;
import java.util.function.BooleanSupplier;

/** Of a process: at which call that writes it dies. */
final class Life implements ObservedStore.Observer {
    static final Set<String> WRITING = Set.of(
            "inTransaction", "write", "markForEvaluation", "unmark", "wakeAt", "begin", "end", "keepCounted",
            "forgetCounted", "forgetSteps", "audit", "raise", "clear", "clearAccounts", "clearDiscoveryErrors",
            "replaceReferences",
            "markInFlight", "clearInFlight", "settle", "keep", "keepEvaluatedRules", "keepKeyDefinitions",
            "keepSelection",
            "rulesetVersion",
            "noteSent", "forgetSent", "forgetReviews", "approve", "use", "keepRefusals", "forgetRefusals",
            "keepContradictions", "forgetContradictions", "forgetContradictionsOf");
    private static final BooleanSupplier NEVER = () -> false;

    private BooleanSupplier due = NEVER;
    private boolean isOver;

    @Override
    public void before(String method, Object[] arguments) {
        isOver |= WRITING.contains(method) && due.getAsBoolean();
        if (isOver) {
            throw new ProcessDeath();
        }
    }

    /**
     * Runs something in a process that dies; false if it ended before.
     *
     * @param when asked at every call that writes
     */
    boolean dies(BooleanSupplier when, Runnable work) {
        due = when;
        try {
            work.run();
            return false;
        } catch (ProcessDeath death) {
            return true; // the next process finds what was committed
        } finally {
            due = NEVER;
            isOver = false;
        }
    }
}
