package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.syncline.connectors.spi.ChangeListener;

/** Keeps what a watch tells, until a test asks for it. */
public final class HeardChanges implements ChangeListener {
    private static final String LISTENING = "listening";
    private static final String CHANGED = "changed";
    private static final String INTERRUPTED = "interrupted: ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void listening() {
        heard.add(LISTENING);
    }

    @Override
    public void changed() {
        heard.add(CHANGED);
    }

    @Override
    public void interrupted(String reason) {
        heard.add(INTERRUPTED + reason);
    }

    /** Waits until the watch has begun to hear. */
    public void awaitListening() {
        assertEquals(LISTENING, next(PATIENCE));
    }

    /** Waits for the next change. */
    public void awaitChange() {
        awaitChange(PATIENCE);
    }

    /** Waits for the next change, at most this long. */
    public void awaitChange(Duration atMost) {
        assertEquals(CHANGED, next(atMost));
    }

    /** Waits for a change for this long; whether there was one. */
    public boolean isChangeTold(Duration within) {
        return CHANGED.equals(poll(within));
    }

    /** Waits for an interruption, past changes that were told before. */
    public String awaitInterruption() {
        String next = next(PATIENCE);
        while (next.equals(CHANGED)) {
            next = next(PATIENCE);
        }
        return next.startsWith(INTERRUPTED) ? next.substring(INTERRUPTED.length()) : fail("heard " + next);
    }

    /** Waits for this long, in which nothing more may be told. */
    public void demandSilence(Duration during) {
        String next = poll(during);
        if (next != null) {
            fail("heard " + next);
        }
    }

    /** Waits until nothing was told for this long. */
    public void awaitSilence(Duration during) {
        while (poll(during) != null) {
            continue;
        }
    }

    private String next(Duration atMost) {
        String next = poll(atMost);
        return next == null ? fail("nothing was told within " + atMost) : next;
    }

    private String poll(Duration atMost) {
        try {
            return heard.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return fail("interrupted");
        }
    }
}
