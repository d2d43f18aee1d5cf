package org.syncline.dsl.extension.groovy;

import java.time.Duration;

/** Stops scripts that run too long. Loops, closures and methods of scripts ask it as they begin. */
public final class TimeBudget {
    private static final ThreadLocal<TimeBudget> CURRENT = ThreadLocal.withInitial(TimeBudget::new);
    private static final int SELDOM = 64;

    private Duration allowed = Duration.ZERO;
    private long began;
    private int asked;

    private TimeBudget() {}

    /** A script ran too long; no script can catch it. */
    static final class Exhausted extends Error {
        private static final long serialVersionUID = 1L;

        Exhausted(Duration allowed) {
            super("It ran longer than " + allowed.toMillis()
                    + " ms and was stopped. Make it simpler, or look for a loop"
                    + " that does not end.");
        }
    }

    /** A call of a script begins. */
    static void begin(Duration allowed) {
        TimeBudget budget = CURRENT.get();
        budget.allowed = allowed;
        budget.began = System.nanoTime();
        budget.asked = 0;
    }

    /** Called by what the compiler puts into scripts. */
    public static void check() {
        TimeBudget budget = CURRENT.get();
        if (++budget.asked % SELDOM == 0) {
            checkNow();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new Exhausted(budget.allowed);
        }
    }

    /** The same for who asks seldom by himself. */
    static void checkNow() {
        TimeBudget budget = CURRENT.get();
        if (System.nanoTime() - budget.began > budget.allowed.toNanos()) {
            throw new Exhausted(budget.allowed);
        }
    }
}
