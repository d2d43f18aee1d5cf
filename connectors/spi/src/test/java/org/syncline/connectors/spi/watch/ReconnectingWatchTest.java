package org.syncline.connectors.spi.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorException;

class ReconnectingWatchTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> system = new LinkedBlockingQueue<>();
    private volatile boolean unreachable;
    private volatile Thread thread;
    private volatile int opened;
    private volatile int closed;
    private ChangeWatch watch;

    @BeforeEach
    void start() {
        watch = ReconnectingWatch.start("hr", Session::new, new ChangeListener() {
            @Override
            public void listening() {
                told.add("listening");
            }

            @Override
            public void changed() {
                told.add("changed");
            }

            @Override
            public void interrupted(String reason) {
                told.add(reason);
            }
        });
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void tellsChangesFromADaemonThreadThatBearsTheNameOfTheConnector() throws InterruptedException {
        assertEquals("listening", next());
        system.add("change");
        assertEquals("changed", next());
        assertEquals("changes of hr", thread.getName());
        assertTrue(thread.isDaemon());
    }

    @Test
    void tellsOnceOfAnOutageAndOnceThatItIsOver() throws InterruptedException {
        assertEquals("listening", next());
        unreachable = true;
        system.add("the connection was lost");
        assertEquals("the connection was lost", next());
        int before = opened;
        while (opened < before + 2) {
            assertNull(told.poll(100, TimeUnit.MILLISECONDS), "an attempt that failed again is not told");
        }
        unreachable = false;
        assertEquals("listening", next());
        assertEquals(1, closed, "what broke off is closed");
    }

    @Test
    void aSessionThatFailsWithoutWordsIsNamed() throws InterruptedException {
        assertEquals("listening", next());
        system.add("");
        assertEquals("java.lang.IllegalStateException", next());
        assertEquals("listening", next());
    }

    @Test
    void endsWithItsSessionAndTellsNothingMore() throws InterruptedException {
        assertEquals("listening", next());
        watch.close();
        thread.join(TimeUnit.SECONDS.toMillis(20));
        assertEquals(1, closed);
        assertTrue(told.isEmpty());
    }

    private String next() throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    /** Hears what the queue holds: a change, or why it breaks off. */
    private final class Session implements WatchSession {
        Session() {
            thread = Thread.currentThread();
            opened++;
            if (unreachable) {
                throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION, "Cannot connect to hr");
            }
        }

        @Override
        public void awaitChange() throws InterruptedException {
            String heard = system.take();
            if (heard.isEmpty()) {
                throw new IllegalStateException();
            }
            if (!heard.equals("change")) {
                throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY, heard);
            }
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
