package org.syncline.platform.engine.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts of one page or step. Mutable while counting; used by one thread at a time. */
public final class Counters {
    private final long[] counts = new long[Counter.values().length];

    public void count(Counter counter) {
        add(counter, 1);
    }

    public void add(Counter counter, long more) {
        counts[counter.ordinal()] += more;
    }

    public void add(Counters others) {
        for (int index = 0; index < counts.length; index++) {
            counts[index] += others.counts[index];
        }
    }

    public long of(Counter counter) {
        return counts[counter.ordinal()];
    }

    /** The counts that are not zero, by the counters' texts, in their order. */
    public Map<String, Long> asMap() {
        Map<String, Long> map = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            if (of(counter) != 0) {
                map.put(counter.text(), of(counter));
            }
        }
        return map;
    }

    /** Counters of a map made by {@link #asMap()}. */
    public static Counters of(Map<String, Long> map) {
        Counters counters = new Counters();
        map.forEach((text, count) -> counters.add(Counter.of(text), count));
        return counters;
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
