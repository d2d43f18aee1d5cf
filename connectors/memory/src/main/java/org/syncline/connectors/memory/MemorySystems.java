package org.syncline.connectors.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Systems in memory, each under its name: those of the process, or those of somebody who keeps them to himself. */
public final class MemorySystems {
    static final MemorySystems OF_THE_PROCESS = new MemorySystems();

    private final Map<String, MemorySystem> systems = new ConcurrentHashMap<>();

    /** The system of this name; made when it is first asked for. */
    public MemorySystem named(String name) {
        return systems.computeIfAbsent(name, MemorySystem::new);
    }

    void forget(String name) {
        systems.remove(name);
    }
}
