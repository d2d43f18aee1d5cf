package org.syncline.platform.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/**
 * Counts of one page or step, per target where they are outbound, and the objects that were counted since they were taken last.
 * Mutable while counting; used by one thread at a time.
 */
public final class Counters {
    private final long[] counts = new long[Counter.values().length];
    private final Map<String, long[]> targets = new TreeMap<>();
    private List<Counted> counted = new ArrayList<>();

    public void count(Counter counter) {
        add(counter, 1);
    }

    /** Counts an object of the connector that the counter is about. */
    public void count(Counter counter, ConnectorSpaceObject object) {
        count(counter, object.connector(), object);
    }

    /** Counts an object of the connector that the counter is about, and keeps what was read or written of it. */
    public void count(Counter counter, ConnectorSpaceObject object, Delta change) {
        count(new Counted(
                counter, object.connector(), object.id(), object.title(), CountedChange.of(object.type(), change)));
    }

    /** Counts an object, outbound for another connector than its own. */
    public void count(Counter counter, String connector, ConnectorSpaceObject object) {
        count(counter, connector, object.id(), counter.isListed() ? object.title() : null);
    }

    /** @param object 0 for a row that is no object */
    public void count(Counter counter, String connector, long object, String title) {
        count(new Counted(counter, connector, object, title));
    }

    private void count(Counted one) {
        count(one.counter());
        if (one.counter().group() == Counter.Group.OUTBOUND) {
            target(one.connector())[one.counter().ordinal()]++;
        }
        if (one.counter().isListed()) {
            counted.add(one);
        }
    }

    private long[] target(String connector) {
        return targets.computeIfAbsent(connector, unused -> new long[counts.length]);
    }

    public void add(Counter counter, long more) {
        counts[counter.ordinal()] += more;
    }

    /** Adds the counts, and takes the objects that were counted. */
    public void add(Counters others) {
        add(counts, others.counts);
        others.targets.forEach((connector, more) -> add(target(connector), more));
        counted.addAll(others.takeCounted());
    }

    private static void add(long[] sums, long[] more) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] += more[index];
        }
    }

    /** How many counted objects wait to be taken. */
    public int waiting() {
        return counted.size();
    }

    /** The objects that were counted since the last time. */
    public List<Counted> takeCounted() {
        List<Counted> taken = counted;
        counted = new ArrayList<>();
        return taken;
    }

    public long of(Counter counter) {
        return counts[counter.ordinal()];
    }

    /** The counts that are not zero, by the counters' texts, in their order. */
    public Map<String, Long> asMap() {
        return asMap(counts);
    }

    private static Map<String, Long> asMap(long[] counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (Counter counter : Counter.values()) {
            if (counts[counter.ordinal()] != 0) {
                map.put(counter.text(), counts[counter.ordinal()]);
            }
        }
        return map;
    }

    /** The outbound counts that are not zero, by target. */
    public Map<String, Map<String, Long>> targets() {
        Map<String, Map<String, Long>> map = new LinkedHashMap<>();
        targets.forEach((connector, counts) -> map.put(connector, asMap(counts)));
        return map;
    }

    /** Counters of maps made by {@link #asMap()} and {@link #targets()}. */
    public static Counters of(Map<String, Long> map, Map<String, Map<String, Long>> targets) {
        Counters counters = new Counters();
        map.forEach((text, count) -> counters.add(Counter.of(text), count));
        targets.forEach((connector, counts) -> counts.forEach(
                (text, count) -> counters.target(connector)[Counter.of(text).ordinal()] += count));
        return counters;
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
