package org.syncline.platform.engine.story;

import java.util.Set;

/** Of a process: how many calls that write it makes before it dies. */
final class Life implements ObservedStore.Observer {
    private static final Set<String> WRITING = Set.of(
            "write", "markForEvaluation", "unmark", "begin", "end", "raise", "clear", "clearDiscoveryErrors",
            "clearStagingErrors", "replaceReferences", "markInFlight", "clearInFlight", "settle", "keep",
            "inTransaction");
    private static final int ENDLESS = Integer.MAX_VALUE;

    private int left = ENDLESS;

    @Override
    public void before(String method, Object[] arguments) {
        if (left == 0 || WRITING.contains(method) && left != ENDLESS && --left == 0) {
            throw new ProcessDeath();
        }
    }

    /** Runs something in a process that dies at this call that writes, unless it ends before. */
    void dieAt(int write, Runnable work) {
        left = write;
        try {
            work.run();
        } catch (ProcessDeath death) {
            // the next process finds what was committed
        } finally {
            left = ENDLESS;
        }
    }
}
