package org.syncline.connectors.ldap.directory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of several servers with the same content this process uses. What was sent to it reaches the others only after a while: until
 * then the next connection goes to the same one.
 */
final class ServerInUse {
    /** What directories take at most, in their usual settings, to replicate what was written. */
    private static final Duration REPLICATION = Duration.ofMinutes(15);
    private static final Map<List<String>, ServerInUse> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private volatile String title;
    private volatile Long lastWrite;

    private ServerInUse(String title) {
        this.title = title;
    }

    /** @param servers what they are called, the preferred one first */
    static ServerInUse of(List<String> servers) {
        return OF_THIS_PROCESS.computeIfAbsent(servers, unused -> new ServerInUse(servers.getFirst()));
    }

    String title() {
        return title;
    }

    void is(String server) {
        if (!server.equals(title)) {
            title = server;
            lastWrite = null;
        }
    }

    void wasWritten() {
        lastWrite = System.nanoTime();
    }

    /** Whether it may have what the others lack. */
    boolean isAhead() {
        Long written = lastWrite;
        return written != null && System.nanoTime() - written < REPLICATION.toNanos();
    }
}
