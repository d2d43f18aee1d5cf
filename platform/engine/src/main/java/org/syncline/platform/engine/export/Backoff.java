package org.syncline.platform.engine.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.syncline.connectors.spi.ExportResult.Code;
import org.syncline.connectors.spi.ExportResult.Rejected;

/**
 * When a refused change is sent again. A system that is busy is asked a few times within the step, waiting longer each time; then in
 * later runs, a minute apart at first and an hour at last. A change that it refuses for good, or whose answer was lost, is sent again in
 * the next two runs, since what it depends on may just have been late, then ever less often. Both end: a change that was refused too often waits until it is
 * another one, or until a person asks for it.
 */
final class Backoff {
    private static final int SENDS_IN_A_STEP = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int RUNS_WHILE_BUSY = 24;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(1);
    private static final List<Duration> DELAYS_OF_REFUSED = List.of(
            Duration.ZERO, Duration.ZERO, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4),
            Duration.ofDays(1));
    private static final double JITTER = 0.2;

    private final RandomGenerator chance;

    Backoff(RandomGenerator chance) {
        this.chance = chance;
    }

    /**
     * How long to wait within the step before sending once more; null if that is for a later run.
     *
     * @param sends so far in this step, from 1
     * @param asked how long the system asks to wait; null if it does not say
     */
    Duration withinStep(int sends, Duration asked) {
        if (sends >= SENDS_IN_A_STEP) {
            return null;
        }
        Duration wait = longer(jittered(doubled(FIRST_WAIT, 2 * (sends - 1), LONGEST_WAIT)), asked);
        return wait.compareTo(LONGEST_WAIT) > 0 ? null : wait;
    }

    /**
     * When a run may send it again; null for never.
     *
     * @param attempts runs in which it was refused, from 1
     */
    Instant nextRun(Rejected rejected, int attempts, Instant now) {
        boolean isBusy = rejected.code().isRetryable() && rejected.code() != Code.CONNECTION_LOST;
        return isBusy
                ? whileBusy(attempts, rejected.retryAfter(), now)
                : attempts > DELAYS_OF_REFUSED.size()
                        ? null
                        : now.plus(jittered(DELAYS_OF_REFUSED.get(attempts - 1)));
    }

    private Instant whileBusy(int attempts, Duration asked, Instant now) {
        return attempts > RUNS_WHILE_BUSY
                ? null
                : now.plus(longer(jittered(doubled(FIRST_DELAY, attempts - 1, LONGEST_DELAY)), asked));
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Never less than what was meant: who comes back too early is refused again. */
    private Duration jittered(Duration meant) {
        return meant.plus(Duration.ofMillis((long) (meant.toMillis() * JITTER * chance.nextDouble())));
    }

    private static Duration longer(Duration wait, Duration asked) {
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
