package org.syncline.platform.engine.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import org.syncline.platform.engine.port.StoreTally;

/** How to undo what the running transaction wrote. */
final class Journal {
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final StoreTally tally;
    private boolean running;

    Journal(StoreTally tally) {
        this.tally = tally;
    }

    StoreTally tally() {
        return tally;
    }

    void note(Runnable undoing) {
        undo.push(undoing);
    }

    void inTransaction(Runnable work) {
        if (running) {
            work.run();
            return;
        }
        running = true;
        try {
            work.run();
            commit();
        } finally {
            rollBackWhatIsNotCommitted();
            running = false;
        }
    }

    private void commit() {
        if (!undo.isEmpty()) {
            undo.clear();
            tally.committed();
        }
    }

    private void rollBackWhatIsNotCommitted() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
