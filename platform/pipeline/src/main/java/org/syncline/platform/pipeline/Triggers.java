package org.syncline.platform.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.syncline.platform.engine.run.StepRequest;

/**
 * Says when the next cycle begins, and why. One thread asks, after each cycle; others tell what happens. What a system tells is settled by
 * the next import of it: what a cycle has itself exported, and then confirmed, is no reason for another one.
 */
public final class Triggers {
    /** Longer than the changes of one burst lie apart, and how long a burst is waited for at most. */
    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration LONGEST_BURST = Duration.ofMillis(500);

    private final Set<String> changed = new HashSet<>();
    private long burstBegan;
    private long lastChange;
    private long wholeCycleEnded;
    private boolean begun;
    private boolean rulesSaved;
    private boolean stopped;
    private Trigger current = new Trigger.Start();

    /** A system has told that something changed. */
    public synchronized void changed(String connector) {
        lastChange = System.nanoTime();
        burstBegan = changed.isEmpty() ? lastChange : burstBegan;
        changed.add(connector);
        notifyAll();
    }

    /** A step begins; an import will see whatever its system has told until now. */
    public synchronized void stepBegins(StepRequest request) {
        switch (request.step().kind()) {
            case FULL_IMPORT, DELTA_IMPORT -> changed.remove(request.connector());
            case FULL_SYNC, DELTA_SYNC, EXPORT -> {}
        }
    }

    public synchronized void rulesSaved() {
        rulesSaved = true;
        notifyAll();
    }

    /** There is no next cycle. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /**
     * Waits until the next cycle is due.
     *
     * @param every how long after a cycle of all systems the next one begins at the latest
     * @return empty if the work is to end; an interruption of the calling thread is kept, and ends it too
     */
    public synchronized Optional<Trigger> next(Duration every) {
        if (!(current instanceof Trigger.Changes)) {
            wholeCycleEnded = System.nanoTime();
        }
        try {
            current = await(every.toNanos());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        return stopped ? Optional.empty() : Optional.of(current);
    }

    private Trigger await(long every) throws InterruptedException {
        Optional<Trigger> due = due(every);
        while (due.isEmpty() && !stopped) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, untilDue(every)));
            due = due(every);
        }
        return due.orElse(current);
    }

    private Optional<Trigger> due(long every) {
        if (!begun) {
            begun = true;
            return Optional.of(new Trigger.Start());
        }
        if (rulesSaved) {
            rulesSaved = false;
            return Optional.of(new Trigger.RulesSaved());
        }
        if (untilPeriod(every) <= 0) {
            return Optional.of(new Trigger.Period());
        }
        if (!changed.isEmpty() && untilRest() <= 0) {
            Trigger changes = new Trigger.Changes(changed);
            changed.clear();
            return Optional.of(changes);
        }
        return Optional.empty();
    }

    private long untilDue(long every) {
        return changed.isEmpty() ? untilPeriod(every) : Math.min(untilPeriod(every), untilRest());
    }

    private long untilPeriod(long every) {
        return wholeCycleEnded + every - System.nanoTime();
    }

    private long untilRest() {
        return Math.min(lastChange + REST.toNanos(), burstBegan + LONGEST_BURST.toNanos()) - System.nanoTime();
    }
}
