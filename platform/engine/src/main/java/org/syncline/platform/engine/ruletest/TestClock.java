package org.syncline.platform.engine.ruletest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.syncline.dsl.ruleset.RuleTest;

/** The time of a test, which stands still until a step moves it. */
final class TestClock extends Clock {
    private final ZoneId zone;
    private Instant now;

    TestClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    void set(RuleTest.Time time) {
        switch (time) {
            case RuleTest.Time.Unchanged unchanged -> {
                // It stands still.
            }
            case RuleTest.Time.At at -> now = at.instant();
            case RuleTest.Time.Later later -> now = now.plus(later.duration());
        }
    }

    /** Nobody waits for a system in memory. */
    boolean pass(Duration time) {
        now = now.plus(time);
        return true;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
