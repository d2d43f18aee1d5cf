package org.syncline.dsl.ruleset;

import java.time.Duration;

/**
 * How long the history of runs is kept.
 *
 * @param details the objects that each step counted
 * @param counters the steps with their results and counters; null for ever
 */
public record Retention(Duration details, Duration counters) {
    public static final Retention DEFAULT = new Retention(Duration.ofDays(90), null);
}
