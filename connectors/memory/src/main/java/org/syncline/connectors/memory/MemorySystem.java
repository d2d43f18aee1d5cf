package org.syncline.connectors.memory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * A system in memory.
 *
 * <p>Every change gets the next sequence number; the last change of every object, also of a deleted one, is kept, so that a delta
 * import can resume at any number.
 */
public final class MemorySystem {
    record Key(String objectType, Anchor anchor) {}

    /**
     * What the last change of an object left.
     *
     * @param attributes the object, or null if it was deleted
     * @param before the change before it; null if there is none, or it is not remembered
     */
    record Change(long sequence, Key key, Attributes attributes, Change before) {

        /** What the object was after the change with this number; null if it did not exist, or nobody remembers. */
        Attributes attributesAt(long time) {
            Change change = this;
            while (change != null && change.sequence > time) {
                change = change.before;
            }
            return change == null ? null : change.attributes;
        }
    }

    private final String name;
    private String incarnation = UUID.randomUUID().toString();
    private final Map<Key, Change> last = new LinkedHashMap<>();
    private final NavigableMap<Long, Change> changes = new TreeMap<>();
    private final Map<String, Key> byName = new LinkedHashMap<>();
    private final MemoryFaults faults = new MemoryFaults();
    private final Set<MemoryWatchSession> watches = new HashSet<>();
    private MemoryCounts counts = MemoryCounts.ZERO;
    private long sequence;
    private long lastGenerated;
    private boolean remembersVersions;

    MemorySystem(String name) {
        this.name = name;
    }

    /** The system of this name that all of the process share; made when it is first asked for. */
    public static MemorySystem named(String name) {
        return MemorySystems.OF_THE_PROCESS.named(name);
    }

    /** Lets go of a system: the next that asks for its name gets an empty one, which accepts no watermark of the old. */
    public static void forget(String name) {
        MemorySystems.OF_THE_PROCESS.forget(name);
    }

    public String name() {
        return name;
    }

    /** Faults to be shown. */
    public MemoryFaults faults() {
        return faults;
    }

    /** From now on what objects were before is kept, so that patches can be told. */
    synchronized void rememberVersions() {
        remembersVersions = true;
    }

    public synchronized MemoryCounts counts() {
        return counts;
    }

    public synchronized void resetCounts() {
        counts = MemoryCounts.ZERO;
    }

    synchronized void count(MemoryCounts more) {
        counts = counts.plus(more);
    }

    /** Creates or replaces an object. */
    public synchronized void put(Anchor anchor, Attributes object) {
        Key key = new Key(object.type().name(), anchor);
        record(key, object);
    }

    /** Replaces the object that has this DN, or creates one with a generated anchor. */
    public synchronized Anchor put(Attributes object) {
        Anchor anchor =
                byDn(object.type().name(), object.dn()).map(MemoryObject::anchor).orElseGet(this::generateAnchor);
        put(anchor, object);
        return anchor;
    }

    /** Deletes an object; false if there is none. */
    public synchronized boolean remove(String objectType, Anchor anchor) {
        boolean there = find(objectType, anchor).isPresent();
        if (there) {
            record(new Key(objectType, anchor), null);
        }
        return there;
    }

    public synchronized Optional<MemoryObject> find(String objectType, Anchor anchor) {
        return Optional.ofNullable(last.get(new Key(objectType, anchor)))
                .filter(change -> change.attributes() != null)
                .map(change -> new MemoryObject(anchor, change.attributes()));
    }

    /** The object of a type that has this DN, whatever its spelling. */
    public synchronized Optional<MemoryObject> byDn(String objectType, String dn) {
        return owner(dn).filter(key -> key.objectType().equals(objectType))
                .flatMap(key -> find(objectType, key.anchor()));
    }

    /** All objects of a type, in the order in which they were created. */
    public synchronized List<MemoryObject> objects(String objectType) {
        List<MemoryObject> objects = new ArrayList<>();
        for (Change change : last.values()) {
            if (change.attributes() != null && change.key().objectType().equals(objectType)) {
                objects.add(new MemoryObject(change.key().anchor(), change.attributes()));
            }
        }
        return objects;
    }

    synchronized Optional<Key> owner(String dn) {
        return dn == null ? Optional.empty() : Optional.ofNullable(byName.get(DistinguishedName.normalize(dn)));
    }

    /** An anchor that no object has had. */
    public synchronized Anchor generateAnchor() {
        return new Anchor(name + "-" + ++lastGenerated);
    }

    synchronized long sequence() {
        return sequence;
    }

    /** From now on no watermark of before is accepted. */
    public synchronized void expireWatermarks() {
        incarnation = UUID.randomUUID().toString();
    }

    /** No delta import tells what changed so far, as if a log had lost its end in a crash. */
    public synchronized void forgetChanges() {
        changes.clear();
    }

    /** Interrupts whoever listens to it. */
    public synchronized void breakWatches(String reason) {
        watches.forEach(watch -> watch.breakOff(reason));
    }

    synchronized void join(MemoryWatchSession watch) {
        watches.add(watch);
    }

    synchronized void leave(MemoryWatchSession watch) {
        watches.remove(watch);
    }

    synchronized String incarnation() {
        return incarnation;
    }

    synchronized List<Change> changesSince(long since) {
        return List.copyOf(changes.tailMap(since, false).values());
    }

    synchronized List<Change> everything() {
        return last.values().stream().filter(change -> change.attributes() != null).toList();
    }

    /** The objects whose names end in another one. */
    synchronized List<Key> below(String dn) {
        String end = "," + DistinguishedName.normalize(dn);
        return byName.entrySet().stream()
                .filter(named -> named.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Somebody renames or moves an object, and with it what stands below; a delta import reports the object alone. */
    public synchronized void rename(String objectType, String from, String to) {
        MemoryObject object = byDn(objectType, from).orElseThrow();
        put(object.anchor(), object.attributes().with(ObjectType.DN, new TextValue(to)));
        renameBelow(from, to);
    }

    /** Gives all that stands below one name the same place below another; no delta import reports it. The new names, by the old. */
    synchronized Map<String, String> renameBelow(String from, String to) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Key key : below(from)) {
            Change change = last.get(key);
            String before = change.attributes().dn();
            int depth = DistinguishedName.depth(before) - DistinguishedName.depth(from);
            Attributes renamed =
                    change.attributes().with(ObjectType.DN, new TextValue(first(before, depth) + "," + to));
            Change now = new Change(change.sequence(), key, renamed, change.before());
            last.put(key, now);
            changes.put(change.sequence(), now);
            name(change.attributes()).ifPresent(name -> byName.remove(name, key));
            name(renamed).ifPresent(name -> byName.put(name, key));
            names.put(before, renamed.dn());
        }
        return names;
    }

    private static String first(String dn, int parts) {
        String rest = dn;
        for (int part = 0; part < parts; part++) {
            rest = DistinguishedName.parent(rest);
        }
        return dn.substring(0, dn.lastIndexOf(rest)).strip().replaceAll(",$", "");
    }

    /** Lets references to one name lead to another, or nowhere for null; no delta import reports it. */
    synchronized void replaceReferences(String from, String to) {
        last.replaceAll((key, change) -> change.attributes() == null
                ? change
                : new Change(
                        change.sequence(), key, replaced(change.attributes(), from, to), change.before()));
        changes.replaceAll((sequence, change) -> last.get(change.key()));
    }

    private static Attributes replaced(Attributes object, String from, String to) {
        Value old = ReferenceValue.toDn(from);
        Attributes.Builder replaced = object.toBuilder();
        for (int index = 0; index < object.type().size(); index++) {
            List<Value> values = new ArrayList<>(object.get(index).asList());
            if (values.remove(old)) {
                values.addAll(to == null ? List.of() : List.of(ReferenceValue.toDn(to)));
                replaced.set(index, Content.of(values));
            }
        }
        return replaced.build();
    }

    private void record(Key key, Attributes object) {
        Change before = last.get(key);
        Change change = new Change(++sequence, key, object, remembersVersions ? before : null);
        last.put(key, change);
        if (before != null) {
            changes.remove(before.sequence());
            name(before.attributes()).ifPresent(name -> byName.remove(name, key));
        }
        changes.put(change.sequence(), change);
        name(object).ifPresent(name -> byName.put(name, key));
        watches.forEach(MemoryWatchSession::changed);
    }

    private static Optional<String> name(Attributes object) {
        return Optional.ofNullable(object).map(Attributes::dn).map(DistinguishedName::normalize);
    }
}
