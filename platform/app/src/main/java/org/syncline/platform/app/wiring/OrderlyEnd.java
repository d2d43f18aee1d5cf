package org.syncline.platform.app.wiring;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in good order when the process is told to end, by Ctrl-C or by a service's stop: asks the work to stop, and holds the
 * process until this is closed. Open it before what must still be closed then.
 */
public final class OrderlyEnd implements AutoCloseable {
    /** Longer than pages take; what hangs longer is killed, which loses nothing that was reported done. */
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param stop asks the work to end soon, and returns at once */
    public OrderlyEnd(Runnable stop) {
        hook = Thread.ofPlatform().name("orderly end").unstarted(() -> {
            stop.run();
            awaitEnd();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitEnd() {
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook has done its work, or is about to see that there is none left.
        }
    }
}
