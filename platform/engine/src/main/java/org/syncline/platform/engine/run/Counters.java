package org.syncline.platform.engine.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/**
 * Counts of one page or step, per target where they are outbound, and the objects that were counted since they were taken last.
 * Mutable while counting; used by one thread at a time.
 */
public final class Counters {
    /** Of how many new objects a step keeps all values, of each counter: a first import would write everything twice. */
    static final int NEW_WITH_VALUES = 1_000;

    private final long[] counts = new long[Counter.values().length];
    private final long[] newWithValues = new long[counts.length];
    private final Map<String, long[]> targets = new TreeMap<>();
    private List<Noted> noted = new ArrayList<>();

    /** @param change null where nothing is to be told but the object itself */
    private record Noted(Counted object, ObjectType type, Delta change) {}

    public void count(Counter counter) {
        add(counter, 1);
    }

    /** Counts an object of the connector that the counter is about. */
    public void count(Counter counter, ConnectorSpaceObject object) {
        count(counter, object.connector(), object);
    }

    /** Counts an object of the connector that the counter is about, and keeps what was read or written of it. */
    public void count(Counter counter, ConnectorSpaceObject object, Delta change) {
        count(counter, object, object.type(), change);
    }

    /** @param change of what belongs to the object, such as its identity, and is of this type */
    public void count(Counter counter, ConnectorSpaceObject object, ObjectType type, Delta change) {
        count(new Noted(new Counted(counter, object.connector(), object.id(), object.title()), type, change));
    }

    /** Counts an object, outbound for another connector than its own. */
    public void count(Counter counter, String connector, ConnectorSpaceObject object) {
        count(counter, connector, object.id(), counter.isListed() ? object.title() : null);
    }

    /** @param object 0 for a row that is no object */
    public void count(Counter counter, String connector, long object, String title) {
        count(new Noted(new Counted(counter, connector, object, title), null, null));
    }

    private void count(Noted one) {
        Counter counter = one.object().counter();
        count(counter);
        if (counter.group() == Counter.Group.OUTBOUND) {
            target(one.object().connector())[counter.ordinal()]++;
        }
        if (counter.isListed()) {
            noted.add(one);
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
        noted.addAll(others.noted);
        others.noted = new ArrayList<>();
    }

    private static void add(long[] sums, long[] more) {
        for (int index = 0; index < sums.length; index++) {
            sums[index] += more[index];
        }
    }

    /** How many counted objects wait to be taken. */
    public int waiting() {
        return noted.size();
    }

    /** The objects that were counted since the last time. */
    public List<Counted> takeCounted() {
        List<Counted> taken = noted.stream().map(this::told).toList();
        noted = new ArrayList<>();
        return taken;
    }

    private Counted told(Noted one) {
        Counter counter = one.object().counter();
        boolean isNew = one.change() != null
                && one.change().kind() == Delta.Kind.ADD
                && counter.group() != Counter.Group.EXPORT;
        boolean isPlain = one.change() == null || isNew && newWithValues[counter.ordinal()]++ >= NEW_WITH_VALUES;
        return isPlain ? one.object() : one.object().with(CountedChange.of(one.type(), one.change()));
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
