package org.syncline.connectors.memory;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.watch.WatchSession;

/** Hears of each change of a system in memory. */
final class MemoryWatchSession implements WatchSession {
    /** What it hears. */
    private sealed interface Heard {
        record Change() implements Heard {}

        record Break(String reason) implements Heard {}
    }

    private final MemorySystem system;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private MemoryWatchSession(MemorySystem system) {
        this.system = system;
    }

    static WatchSession open(MemorySystem system) {
        MemoryWatchSession session = new MemoryWatchSession(system);
        system.join(session);
        return session;
    }

    void changed() {
        heard.add(new Heard.Change());
    }

    void breakOff(String reason) {
        heard.add(new Heard.Break(reason));
    }

    @Override
    public void awaitChange() throws InterruptedException {
        if (heard.take() instanceof Heard.Break(String reason)) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY, reason);
        }
    }

    @Override
    public void close() {
        system.leave(this);
    }
}
