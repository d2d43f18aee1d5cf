package org.syncline.platform.engine.export;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How exports wait for a system that is busy.
 *
 * @param chance spreads the waits of many, so that they do not all come back at once
 */
public record Waiting(Pause pause, RandomGenerator chance) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after this time; false if the thread was interrupted before. */
        boolean of(Duration time);
    }

    /** By the clock on the wall. */
    public static Waiting real() {
        return new Waiting(Waiting::sleep, new SecureRandom());
    }

    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
