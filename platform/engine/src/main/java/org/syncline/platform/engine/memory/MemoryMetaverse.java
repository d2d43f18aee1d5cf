package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The metaverse in memory. */
final class MemoryMetaverse implements Metaverse {
    private final Journal journal;
    private final LongPredicate isHeld;
    private final LargeSets sets;
    private final Retyping retyping;
    private final Table<Long, MetaverseObject> objects;
    private final Index keys;
    private final Index references;
    private final Table<Long, Boolean> marked;
    private final WakeTimes wakeTimes;
    private long lastId;

    /** @param isHeld whether a link that provisioning did not make holds an identity */
    MemoryMetaverse(Journal journal, TypeSource types, LargeSets sets, LongPredicate isHeld) {
        this.journal = journal;
        this.sets = sets;
        this.isHeld = isHeld;
        this.retyping = new Retyping(types);
        this.objects = Table.sorted(journal);
        this.keys = new Index(journal);
        this.references = new Index(journal);
        this.marked = Table.sorted(journal);
        this.wakeTimes = new WakeTimes(journal, "metaverse");
    }

    @Override
    public synchronized long reserveIds(int count) {
        long first = lastId + 1;
        lastId += count;
        return first;
    }

    @Override
    public List<MetaverseObject> load(Collection<Long> ids) {
        journal.tally().read("metaverse.load");
        return new TreeSet<>(ids).stream()
                .map(objects::get)
                .filter(Objects::nonNull)
                .map(retyping::current)
                .map(sets::given)
                .toList();
    }

    @Override
    public Map<ContentHash, List<Long>> find(Collection<ContentHash> wanted) {
        journal.tally().read("metaverse.find");
        return keys.find(wanted);
    }

    @Override
    public Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        journal.tally().read("metaverse.keys-of");
        return keys.of(ids);
    }

    @Override
    public List<Long> referringTo(Collection<Long> identities) {
        journal.tally().read("metaverse.referring-to");
        return List.copyOf(references.underAny(identities.stream().map(Index::hash).toList()));
    }

    @Override
    public List<IdentityReference> referencesTo(Collection<Long> identities) {
        journal.tally().read("metaverse.references-to");
        Set<Long> targets = Set.copyOf(identities);
        List<IdentityReference> found = new ArrayList<>();
        for (long owner : references.underAny(targets.stream().map(Index::hash).toList())) {
            addReferences(retyping.current(objects.get(owner)), targets, found);
        }
        found.sort(IdentityReference.ORDER);
        return found;
    }

    /** The references of an identity to some others. */
    static void addReferences(MetaverseObject owner, Set<Long> targets, List<IdentityReference> found) {
        for (int index = 0; index < owner.type().size(); index++) {
            addReferences(owner, index, targets, found);
        }
    }

    private static void addReferences(
            MetaverseObject owner, int index, Set<Long> targets, List<IdentityReference> found) {
        List<Value> values = owner.attributes().get(index).asList();
        List<Lineage> lineage = owner.lineage().get(index);
        boolean one = owner.type().attribute(index).multiValued();
        for (int at = 0; at < values.size(); at++) {
            if (values.get(at) instanceof ReferenceValue value && targets.contains(value.identity())) {
                String rule = one && at < lineage.size() ? lineage.get(at).rule() : null;
                String attribute = owner.type().attribute(index).name();
                found.add(new IdentityReference(owner.id(), attribute, value.identity(), rule));
            }
        }
    }

    @Override
    public List<Long> all(long after, int limit) {
        journal.tally().read("metaverse.all");
        return page(after, limit, identity -> true);
    }

    @Override
    public List<Long> ending(long after, int limit) {
        journal.tally().read("metaverse.ending");
        return page(after, limit, MetaverseObject::isEnding);
    }

    @Override
    public List<Long> orphans(long after, int limit) {
        journal.tally().read("metaverse.orphans");
        return page(after, limit, identity -> !isHeld.test(identity.id()));
    }

    private List<Long> page(long after, int limit, Predicate<MetaverseObject> which) {
        return objects.after(after).values().stream()
                .filter(which)
                .limit(limit)
                .map(MetaverseObject::id)
                .toList();
    }

    @Override
    public Map<String, Long> counts() {
        journal.tally().read("metaverse.counts");
        Map<String, Long> counts = new TreeMap<>();
        objects.values().forEach(object -> counts.merge(object.type().name(), 1L, Long::sum));
        return counts;
    }

    @Override
    public void write(Collection<MetaverseChange> changes) {
        journal.inTransaction(() -> {
            WriteTally written = new WriteTally("metaverse");
            changes.forEach(change -> write(change, written));
            written.noteIn(journal.tally());
        });
    }

    private void write(MetaverseChange change, WriteTally written) {
        MetaverseObject stored = objects.get(change.id());
        MetaverseObject after = LargeSets.kept(change.after());
        refuseIfStale(change, stored);
        replace(change, after, written);
        written.keys(keys.move(change.id(), Index.Key.of(change.keysBefore()), Index.Key.of(change.keysAfter())));
        written.references(references.move(change.id(), ReferencedKeys.of(stored), ReferencedKeys.of(after)));
    }

    private void refuseIfStale(MetaverseChange change, MetaverseObject stored) {
        MetaverseObject before = change.before();
        Stale.refuse("identity", change.id(), before,
                before == null || stored == null ? stored : sets.uncounted().given(Retyping.as(before.type(), stored)));
    }

    private void replace(MetaverseChange change, MetaverseObject after, WriteTally written) {
        if (Objects.equals(change.before(), change.after())) {
            return;
        }
        written.row(change.before(), after);
        count(change.before(), -1, written);
        count(after, 1, written);
        if (after == null) {
            objects.remove(change.id());
        } else {
            objects.put(change.id(), after);
        }
    }

    private static void count(MetaverseObject object, int times, WriteTally written) {
        if (object != null) {
            String type = object.type().name();
            written.count(type, new TypeCount(type, 1, 0, 0, 0, 0, 0), times);
        }
    }

    @Override
    public void markForEvaluation(Collection<Long> identities) {
        journal.inTransaction(() -> {
            journal.tally().read("metaverse.find-marked");
            List<Long> unmarked = identities.stream().distinct().filter(identity -> !marked.has(identity)).toList();
            unmarked.forEach(identity -> marked.put(identity, true));
            journal.tally().wrote("metaverse.mark", unmarked.size());
        });
    }

    @Override
    public List<Long> markedForEvaluation(long after, int limit) {
        journal.tally().read("metaverse.marked");
        return marked.after(after).keySet().stream().limit(limit).toList();
    }

    @Override
    public void wakeAt(Collection<WakeTime> times) {
        wakeTimes.set(times);
    }

    @Override
    public List<Long> due(Instant now, long after, int limit) {
        return wakeTimes.due(now, after, limit);
    }

    @Override
    public void unmark(Collection<Long> identities) {
        journal.inTransaction(() -> {
            journal.tally().read("metaverse.find-marked");
            long removed = identities.stream().filter(identity -> marked.remove(identity) != null).count();
            journal.tally().wrote("metaverse.unmark", (int) removed);
        });
    }
}
