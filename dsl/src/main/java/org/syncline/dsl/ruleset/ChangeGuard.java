package org.syncline.dsl.ruleset;

import java.time.Duration;

/**
 * Limits of what may change at once.
 *
 * @param clearedValues of objects that lose all values of one attribute; counted for each attribute by itself
 * @param floor with fewer objects affected, shares do not apply
 * @param window what was done within it counts together with what is pending; zero for what is pending alone
 * @param holdAll whether a breach holds every change of the connector, not only those it is about
 */
public record ChangeGuard(
        Limit adds,
        Limit updates,
        Limit deletes,
        Limit disables,
        Limit clearedValues,
        int floor,
        Duration window,
        boolean holdAll) {

    /** Of exports, where nothing is written. */
    public static final ChangeGuard EXPORTS = new ChangeGuard(
            Limit.NONE, Limit.NONE, Limit.share(0.10), Limit.NONE, Limit.NONE, 20, Duration.ZERO, true);

    /** That holds nothing. */
    public static final ChangeGuard NONE = new ChangeGuard(
            Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, Limit.NONE, 0, Duration.ZERO, true);

    /** Whether it never holds anything. */
    public boolean isNone() {
        return adds.isNone() && updates.isNone() && deletes.isNone() && disables.isNone() && clearedValues.isNone();
    }

    /**
     * One limit.
     *
     * @param most the greatest number; {@link #UNLIMITED} for any
     * @param share the greatest share, 0 to 1; 1 for any
     */
    public record Limit(int most, double share) {
        public static final int UNLIMITED = Integer.MAX_VALUE;
        public static final Limit NONE = new Limit(UNLIMITED, 1);

        public static Limit number(int most) {
            return new Limit(most, 1);
        }

        public static Limit share(double share) {
            return new Limit(UNLIMITED, share);
        }

        /** Whether it never holds anything. */
        public boolean isNone() {
            return most == UNLIMITED && share >= 1;
        }
    }
}
