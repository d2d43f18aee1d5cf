package org.syncline.platform.engine.story;

import java.util.Set;

/** Of a process: how many calls that write it makes before it dies. */
final class Life implements ObservedStore.Observer {
    static final Set<String> WRITING = Set.of(
            "inTransaction", "write", "markForEvaluation", "unmark", "wakeAt", "begin", "end", "keepCounted",
            "forgetCounted", "forgetSteps", "audit", "raise", "clear", "clearAccounts", "clearDiscoveryErrors",
            "replaceReferences",
            "markInFlight", "clearInFlight", "settle", "keep", "keepEvaluatedRules", "keepKeyDefinitions",
            "rulesetVersion",
            "noteSent", "forgetSent", "forgetReviews", "approve", "use", "keepRefusals", "forgetRefusals",
            "keepContradictions", "forgetContradictions", "forgetContradictionsOf");
    private static final int ENDLESS = Integer.MAX_VALUE;

    private int left = ENDLESS;

    @Override
    public void before(String method, Object[] arguments) {
        if (left == 0 || WRITING.contains(method) && left != ENDLESS && --left == 0) {
            throw new ProcessDeath();
        }
    }

    /** Runs something in a process that dies at this call that writes; false if it ended before. */
    boolean dieAt(int write, Runnable work) {
        left = write;
        try {
            work.run();
            return false;
        } catch (ProcessDeath death) {
            return true; // the next process finds what was committed
        } finally {
            left = ENDLESS;
        }
    }
}
