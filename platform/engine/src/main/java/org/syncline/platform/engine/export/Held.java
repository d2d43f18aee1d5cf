package org.syncline.platform.engine.export;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of a step that were held back, wholly or in part, and for what. Used by one thread at a time. */
final class Held {
    private final Map<Long, Set<Long>> waiting = new HashMap<>();
    private final Set<Long> wholly = new HashSet<>();

    void note(long object, Set<Long> awaited, boolean isWhole) {
        waiting.put(object, Set.copyOf(awaited));
        if (isWhole) {
            wholly.add(object);
        }
    }

    /** Takes out one that is sent. */
    void forget(long object) {
        waiting.remove(object);
        wholly.remove(object);
    }

    /** How many there are of which nothing was sent. */
    long wholly() {
        return wholly.size();
    }

    /** Those that wait for any of these, which they do no longer. */
    List<Long> release(Set<Long> done) {
        List<Long> released = waiting.entrySet().stream()
                .filter(one -> !Collections.disjoint(one.getValue(), done))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        released.forEach(this::forget);
        return released;
    }
}
