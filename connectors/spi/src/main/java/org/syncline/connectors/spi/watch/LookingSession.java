package org.syncline.connectors.spi.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at something from time to time, which works wherever it is. A change is one when what is looked at has come to rest: until then
 * somebody may still be writing it. That there is nothing is none: who replaces a file may remove it first.
 *
 * @param <S> what is seen, with {@code equals}
 */
public final class LookingSession<S> implements WatchSession {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOOKS_AT_REST = 2;

    private final Supplier<Optional<S>> look;
    private Optional<S> known;

    /** @param look empty if there is nothing; fails with a {@link org.syncline.connectors.spi.ConnectorException} */
    public LookingSession(Supplier<Optional<S>> look) {
        this.look = look;
        this.known = look.get();
    }

    @Override
    public void awaitChange() throws InterruptedException {
        Optional<S> now = rested();
        while (now.isEmpty() || now.equals(known)) {
            known = now;
            Thread.sleep(LOOK);
            now = rested();
        }
        known = now;
    }

    private Optional<S> rested() throws InterruptedException {
        Optional<S> before = look.get();
        int looks = before.equals(known) ? LOOKS_AT_REST : 0;
        while (looks < LOOKS_AT_REST) {
            Thread.sleep(LOOK);
            Optional<S> now = look.get();
            looks = now.equals(before) ? looks + 1 : 0;
            before = now;
        }
        return before;
    }

    @Override
    public void close() {}
}
