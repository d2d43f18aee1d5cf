package org.syncline.platform.engine.overlay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** The metaverse below, with what was written of it above. Threads take turns. */
final class OverlayMetaverse implements Metaverse {
    private final Metaverse below;
    private final Metaverse above;
    private final OverlayStore store;
    private final Retyping retyping;
    private final Undo undo;
    private final NumberSet written = new NumberSet();
    /** Those of the written whose keys stand above; the others are found by their keys below. */
    private final NumberSet rekeyed = new NumberSet();
    private final Map<String, Long> covered = new HashMap<>();
    private final NumberSet relinked = new NumberSet();
    private final NumberSet remarked = new NumberSet();
    private final NumberSet rescheduled = new NumberSet();

    OverlayMetaverse(OverlayStore store, Store below, Store above, Retyping retyping, Undo undo) {
        this.store = store;
        this.below = below.metaverse();
        this.above = above.metaverse();
        this.retyping = retyping;
        this.undo = undo;
    }

    private boolean isAbove(long id) {
        return OverlayStore.isNew(id) || written.contains(id);
    }

    synchronized List<Long> written(long after, int limit) {
        return written.after(after, limit);
    }

    @Override
    public synchronized long reserveIds(int count) {
        return OverlayStore.FIRST_NEW + above.reserveIds(count);
    }

    @Override
    public synchronized List<MetaverseObject> load(Collection<Long> ids) {
        return Layers.having(
                ids, this::isAbove, old -> below.load(old).stream().map(retyping::current).toList(), above::load,
                MetaverseObject::id);
    }

    @Override
    public synchronized Map<ContentHash, List<Long>> find(Collection<ContentHash> keys) {
        return Layers.found(below.find(keys), above.find(keys), rekeyed::contains, Long::longValue);
    }

    @Override
    public synchronized Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        return Layers.ofEach(ids, this::hasKeysAbove, below::keysOf, above::keysOf);
    }

    private boolean hasKeysAbove(long id) {
        return OverlayStore.isNew(id) || rekeyed.contains(id);
    }

    @Override
    public synchronized List<Long> referringTo(Collection<Long> identities) {
        List<Long> there = below.referringTo(identities).stream().filter(id -> !isAbove(id)).toList();
        return Layers.merged(there, above.referringTo(identities), Long::longValue);
    }

    @Override
    public synchronized List<IdentityReference> referencesTo(Collection<Long> identities) {
        List<IdentityReference> both = new ArrayList<>(above.referencesTo(identities));
        below.referencesTo(identities).stream().filter(one -> !isAbove(one.owner())).forEach(both::add);
        both.sort(IdentityReference.ORDER);
        return both;
    }

    @Override
    public synchronized List<Long> all(long after, int limit) {
        return Layers.page(below::all, above::all, this::isAbove, after, limit);
    }

    @Override
    public synchronized List<Long> ending(long after, int limit) {
        return Layers.page(below::ending, above::ending, this::isAbove, after, limit);
    }

    /** Of whoever is new, or was linked otherwise, it is found out; the others are held by what held them below. */
    @Override
    public synchronized List<Long> orphans(long after, int limit) {
        return Layers.page(this::oldOrphans, this::newOrphans, relinked::contains, after, limit);
    }

    private List<Long> oldOrphans(long after, int limit) {
        return Layers.page(below::orphans, (from, size) -> List.of(), this::isGone, after, limit);
    }

    private boolean isGone(long id) {
        return written.contains(id) && above.load(List.of(id)).isEmpty();
    }

    private List<Long> newOrphans(long after, int limit) {
        List<Long> orphans = new ArrayList<>();
        long from = after;
        while (orphans.size() < limit) {
            int wanted = limit - orphans.size();
            List<Long> asked = Layers.page(relinked::after, this::allNew, id -> false, from, wanted);
            if (asked.isEmpty()) {
                break;
            }
            from = asked.getLast();
            orphans.addAll(orphansAmong(asked));
        }
        return orphans;
    }

    private List<Long> allNew(long after, int limit) {
        return above.all(Math.max(after, OverlayStore.LAST_BELOW), limit);
    }

    private List<Long> orphansAmong(List<Long> identities) {
        Set<Long> held = new HashSet<>();
        store.connectorSpace().accountsOf(identities).stream()
                .map(ConnectorSpaceObject::link)
                .filter(link -> link.origin() != Link.Origin.PROVISIONING)
                .forEach(link -> held.add(link.identity()));
        return load(identities).stream().map(MetaverseObject::id).filter(id -> !held.contains(id)).toList();
    }

    /** Notes that an object is written: who was, or is, linked to it may be held by others than below. */
    synchronized void noteLinks(ConnectorSpaceChange change) {
        Link before = change.before() == null ? null : change.before().link();
        Link after = change.after() == null ? null : change.after().link();
        if (before == null || !before.equals(after)) {
            noteRelinked(before);
            noteRelinked(after);
        }
    }

    private void noteRelinked(Link link) {
        if (link != null && link.isJoined() && !OverlayStore.isNew(link.identity())) {
            note(relinked, link.identity());
        }
    }

    @Override
    public synchronized Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>(below.counts());
        covered.forEach((type, gone) -> counts.merge(type, -gone, Long::sum));
        above.counts().forEach((type, count) -> counts.merge(type, count, Long::sum));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @Override
    public synchronized void write(Collection<MetaverseChange> changes) {
        store.inTransaction(() -> {
            List<MetaverseChange> here = new ArrayList<>();
            refuseWhatExistsBelow(changes);
            for (MetaverseChange change : changes) {
                MetaverseChange keyed = withKeysAbove(change);
                if (change.before() == null || isAbove(change.id())) {
                    here.add(keyed);
                } else if (!isNothing(change)) {
                    cover(change.before());
                    if (change.after() != null) {
                        here.add(new MetaverseChange(null, Whole.of(change.after()), Set.of(), keyed.keysAfter()));
                    }
                }
            }
            above.write(here);
        });
    }

    /** A change with the keys that are to stand above: none as long as they are those that stand below. */
    private MetaverseChange withKeysAbove(MetaverseChange change) {
        if (hasKeysAbove(change.id())) {
            return change;
        }
        boolean isRekeyed = change.before() == null || !change.keysBefore().equals(change.keysAfter());
        if (isRekeyed) {
            note(rekeyed, change.id());
        }
        return new MetaverseChange(
                change.before(), change.after(), Set.of(), isRekeyed ? change.keysAfter() : Set.of());
    }

    private void refuseWhatExistsBelow(Collection<MetaverseChange> changes) {
        List<Long> added = changes.stream()
                .filter(change -> change.before() == null && !isAbove(change.id()))
                .map(MetaverseChange::id)
                .toList();
        if (!added.isEmpty() && !below.load(added).isEmpty()) {
            throw new StoreException("A new identity exists already below");
        }
    }

    private static boolean isNothing(MetaverseChange change) {
        return change.before().equals(change.after()) && change.keysBefore().equals(change.keysAfter());
    }

    private void cover(MetaverseObject identity) {
        String type = identity.type().name();
        written.add(identity.id());
        covered.merge(type, 1L, Long::sum);
        undo.note(() -> {
            written.remove(identity.id());
            covered.merge(type, -1L, Long::sum);
        });
    }

    private void note(NumberSet numbers, long number) {
        if (numbers.add(number)) {
            undo.note(() -> numbers.remove(number));
        }
    }

    @Override
    public synchronized void markForEvaluation(Collection<Long> identities) {
        store.inTransaction(() -> {
            identities.forEach(identity -> note(remarked, identity));
            above.markForEvaluation(identities);
        });
    }

    @Override
    public synchronized List<Long> markedForEvaluation(long after, int limit) {
        return Layers.page(
                below::markedForEvaluation, above::markedForEvaluation, remarked::contains, after, limit);
    }

    @Override
    public synchronized void unmark(Collection<Long> identities) {
        store.inTransaction(() -> {
            identities.forEach(identity -> note(remarked, identity));
            above.unmark(identities);
        });
    }

    @Override
    public synchronized void wakeAt(Collection<WakeTime> times) {
        store.inTransaction(() -> {
            times.forEach(time -> note(rescheduled, time.id()));
            above.wakeAt(times);
        });
    }

    @Override
    public synchronized List<Long> due(Instant now, long after, int limit) {
        return Layers.page((from, size) -> below.due(now, from, size), (from, size) -> above.due(now, from, size),
                rescheduled::contains, after, limit);
    }
}
