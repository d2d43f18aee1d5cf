package org.syncline.platform.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.integration.support.locks.LockRegistry;

/** One fair lock per connector. The default registry shares 256 locks by hash: two connectors might wait for each other. */
final class ConnectorLocks implements LockRegistry<Lock> {
    private final Map<Object, Lock> locks = new ConcurrentHashMap<>();

    @Override
    public Lock obtain(Object connector) {
        return locks.computeIfAbsent(connector, absent -> new ReentrantLock(true));
    }
}
