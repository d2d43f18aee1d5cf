package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.staging.ImportScope.Group;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * The narrow facts by which a full import recognizes what did not change, and marks of what was seen: an open-addressing table of
 * five longs per object, 80 MB for a million objects.
 */
final class SeenIndex {
    private static final int WIDTH = 5;
    private static final int KEY_HIGH = 0;
    private static final int KEY_LOW = 1;
    private static final int REPORT_HIGH = 2;
    private static final int REPORT_LOW = 3;
    /** The object's number and group, and in the lowest bit whether it was seen; 0 for a free slot. */
    private static final int OBJECT = 4;

    private static final int GROUP_BITS = 12;
    private static final int PAGE = 500;

    private final ImportScope scope;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Group, Long> staged = new HashMap<>();
    private final Map<Group, Long> seen = new HashMap<>();
    private long[] slots = new long[1024 * WIDTH];
    private int size;

    private SeenIndex(ImportScope scope) {
        this.scope = scope;
    }

    /** All anchored objects of a connector, whatever of it is imported: an object may have moved. */
    static SeenIndex of(ConnectorSpace connectorSpace, ImportScope scope) {
        SeenIndex index = new SeenIndex(scope);
        Map<Long, Nameless> nameless = new TreeMap<>();
        connectorSpace.fingerprints(scope.connector().name(), scope.needsNames(),
                (id, objectType, dn, anchorKey, lastReport) -> {
                    if (dn == null && scope.needsNames()) {
                        nameless.put(id, new Nameless(anchorKey, lastReport));
                    } else {
                        index.expect(id, scope.group(objectType, dn), anchorKey, lastReport);
                    }
                });
        index.expect(nameless, connectorSpace);
        return index;
    }

    private void expect(long id, Group group, ContentHash anchorKey, ContentHash lastReport) {
        put(id, group, anchorKey, lastReport);
        staged.merge(group, 1L, Long::sum);
    }

    private record Nameless(ContentHash anchorKey, ContentHash lastReport) {}

    /** Those whose deletion was accepted have no name any more; they are expected, or not, where they were last. */
    private void expect(Map<Long, Nameless> nameless, ConnectorSpace connectorSpace) {
        List<Long> ids = List.copyOf(nameless.keySet());
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<Long> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
            for (ConnectorSpaceObject object : connectorSpace.load(page)) {
                Attributes imported = object.hologram().imported();
                Group group = scope.group(object.type().name(), imported == null ? null : imported.dn());
                Nameless one = nameless.get(object.id());
                expect(object.id(), group, one.anchorKey(), one.lastReport());
            }
        }
    }

    private void put(long id, Group group, ContentHash anchorKey, ContentHash lastReport) {
        if ((size + 1) * 2 * WIDTH > slots.length) {
            grow();
        }
        int slot = slot(anchorKey);
        slots[slot + KEY_HIGH] = anchorKey.high();
        slots[slot + KEY_LOW] = anchorKey.low();
        slots[slot + REPORT_HIGH] = lastReport.high();
        slots[slot + REPORT_LOW] = lastReport.low();
        slots[slot + OBJECT] = (id << GROUP_BITS | number(group)) << 1;
        size++;
    }

    /** The slot of a key, or the free one where it belongs. */
    int slot(ContentHash anchorKey) {
        int mask = slots.length / WIDTH - 1;
        int at = (int) anchorKey.low() & mask;
        while (slots[at * WIDTH + OBJECT] != 0
                && (slots[at * WIDTH + KEY_LOW] != anchorKey.low()
                        || slots[at * WIDTH + KEY_HIGH] != anchorKey.high())) {
            at = at + 1 & mask;
        }
        return at * WIDTH;
    }

    /** The number of the object in a slot; 0 for a free one. */
    long id(int slot) {
        return slots[slot + OBJECT] >>> 1 + GROUP_BITS;
    }

    boolean wasSeen(int slot) {
        return (slots[slot + OBJECT] & 1) != 0;
    }

    boolean isUnchanged(int slot, ContentHash report) {
        return slots[slot + REPORT_LOW] == report.low()
                && slots[slot + REPORT_HIGH] == report.high()
                && !report.equals(ContentHash.UNKNOWN);
    }

    void markSeen(int slot) {
        if (!wasSeen(slot)) {
            slots[slot + OBJECT] |= 1;
            seen.merge(group(slot), 1L, Long::sum);
        }
    }

    private Group group(int slot) {
        return groups.get((int) (slots[slot + OBJECT] >>> 1) & (1 << GROUP_BITS) - 1);
    }

    /** Forgets what was last reported of an object, so that it is staged whatever is reported next. */
    void forgetReport(ContentHash anchorKey) {
        int slot = slot(anchorKey);
        slots[slot + REPORT_HIGH] = ContentHash.UNKNOWN.high();
        slots[slot + REPORT_LOW] = ContentHash.UNKNOWN.low();
    }

    /** Notes an object that was staged for the first time. */
    void add(long id, String objectType, ContentHash anchorKey) {
        put(id, scope.group(objectType, null), anchorKey, ContentHash.UNKNOWN);
        slots[slot(anchorKey) + OBJECT] |= 1;
    }

    /** How many objects of each group were staged before this import. */
    Map<Group, Long> staged() {
        return staged;
    }

    /** How many of them this import has seen, of each group. */
    Map<Group, Long> seen() {
        return seen;
    }

    /** The objects this import should have seen and has not, ascending. */
    List<Long> unseen() {
        List<Long> ids = new ArrayList<>();
        for (int slot = 0; slot < slots.length; slot += WIDTH) {
            if (slots[slot + OBJECT] != 0 && !wasSeen(slot) && group(slot).expected()) {
                ids.add(id(slot));
            }
        }
        ids.sort(null);
        return ids;
    }

    private int number(Group group) {
        int number = groups.indexOf(group);
        if (number < 0) {
            number = groups.size();
            groups.add(group);
        }
        return number;
    }

    private void grow() {
        long[] smaller = slots;
        slots = new long[smaller.length * 2];
        for (int from = 0; from < smaller.length; from += WIDTH) {
            if (smaller[from + OBJECT] != 0) {
                int to = slot(new ContentHash(smaller[from + KEY_HIGH], smaller[from + KEY_LOW]));
                System.arraycopy(smaller, from, slots, to, WIDTH);
            }
        }
    }
}
