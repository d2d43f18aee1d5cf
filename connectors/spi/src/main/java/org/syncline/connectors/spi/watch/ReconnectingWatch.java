package org.syncline.connectors.spi.watch;

import java.time.Duration;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;

/**
 * A watch in a thread of its own that begins a new session when one breaks off: soon at first, then ever later, as long as the sessions do
 * not last.
 */
public final class ReconnectingWatch implements ChangeWatch {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final WatchSession.Opening opening;
    private final ChangeListener listener;
    private final Thread thread;
    private boolean toldOfInterruption;
    private volatile boolean closed;

    private ReconnectingWatch(String connector, WatchSession.Opening opening, ChangeListener listener) {
        this.opening = opening;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("changes of " + connector).daemon().unstarted(this::listen);
    }

    /** @param connector its name, for that of the thread */
    public static ChangeWatch start(String connector, WatchSession.Opening opening, ChangeListener listener) {
        ReconnectingWatch watch = new ReconnectingWatch(connector, opening, listener);
        watch.thread.start();
        return watch;
    }

    private void listen() {
        try {
            Duration pause = SHORTEST_PAUSE;
            while (!closed) {
                long began = System.nanoTime();
                listenOnce();
                Duration lasted = Duration.ofNanos(System.nanoTime() - began);
                pause = lasted.compareTo(LONGEST_PAUSE) > 0 ? SHORTEST_PAUSE : pause;
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void listenOnce() throws InterruptedException {
        try (WatchSession session = opening.open()) {
            tell(() -> {
                toldOfInterruption = false;
                listener.listening();
            });
            while (!closed) {
                session.awaitChange();
                tell(listener::changed);
            }
        } catch (RuntimeException failure) {
            tell(() -> interrupt(failure));
        }
    }

    private void interrupt(RuntimeException failure) {
        if (!toldOfInterruption) {
            toldOfInterruption = true;
            listener.interrupted(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private synchronized void tell(Runnable what) {
        if (!closed) {
            what.run();
        }
    }

    /** Whoever listens is never interrupted in the midst of it: it may be writing a file. */
    @Override
    public synchronized void close() {
        closed = true;
        thread.interrupt();
    }
}
