package org.syncline.platform.engine.overlay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/** The connector spaces below, with what was written of them above. Threads take turns. */
final class OverlayConnectorSpace implements ConnectorSpace {
    private final OverlayStore store;
    private final ConnectorSpace below;
    private final ConnectorSpace above;
    private final Retyping retyping;
    private final Undo undo;
    private final OverlayMetaverse metaverse;
    private final NumberSet written = new NumberSet();
    /** Those of the written whose keys stand above; the others are found by their keys below. */
    private final NumberSet rekeyed = new NumberSet();
    private final Map<String, Map<String, TypeCount>> covered = new HashMap<>();
    private final Map<String, NumberSet> rescheduled = new HashMap<>();

    OverlayConnectorSpace(
            OverlayStore store, Store below, Store above, Retyping retyping, Undo undo, OverlayMetaverse metaverse) {
        this.store = store;
        this.below = below.connectorSpace();
        this.above = above.connectorSpace();
        this.retyping = retyping;
        this.undo = undo;
        this.metaverse = metaverse;
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
    public synchronized List<ConnectorSpaceObject> load(Collection<Long> ids) {
        return Layers.having(
                ids, this::isAbove, old -> current(below.load(old)), above::load, ConnectorSpaceObject::id);
    }

    private List<ConnectorSpaceObject> current(List<ConnectorSpaceObject> objects) {
        return objects.stream().map(retyping::current).toList();
    }

    @Override
    public synchronized List<ConnectorSpaceObject> loadAll(String connector, long after, int limit) {
        return Layers.page(
                (from, size) -> current(below.loadAll(connector, from, size)),
                (from, size) -> above.loadAll(connector, from, size),
                this::isAbove, ConnectorSpaceObject::id, after, limit);
    }

    @Override
    public synchronized List<AccountName> names(Collection<Long> ids) {
        return Layers.having(ids, this::isAbove, below::names, above::names, AccountName::id);
    }

    @Override
    public synchronized List<ConnectorSpaceObject> accountsOf(Collection<Long> identities, Set<Long> besides) {
        List<ConnectorSpaceObject> there = below.accountsOf(identities, besides).stream()
                .filter(account -> !isAbove(account.id()))
                .toList();
        return Layers.merged(current(there), above.accountsOf(identities, besides), ConnectorSpaceObject::id);
    }

    @Override
    public synchronized List<AccountName> accountNamesOf(Collection<Long> identities) {
        List<AccountName> there =
                below.accountNamesOf(identities).stream().filter(name -> !isAbove(name.id())).toList();
        return Layers.merged(there, above.accountNamesOf(identities), AccountName::id);
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
    public synchronized Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> keys) {
        return Layers.found(current(below.findNames(keys)), above.findNames(keys), rekeyed::contains, AccountName::id);
    }

    /** What stands above under the keys that it has below, with its name above. */
    private Map<ContentHash, List<AccountName>> current(Map<ContentHash, List<AccountName>> names) {
        Map<Long, AccountName> written = new HashMap<>();
        List<Long> ids = names.values().stream().flatMap(List::stream).map(AccountName::id).filter(this::isAbove)
                .distinct().toList();
        if (ids.isEmpty()) {
            return names;
        }
        above.names(ids).forEach(name -> written.put(name.id(), name));
        Map<ContentHash, List<AccountName>> current = new HashMap<>();
        names.forEach((key, all) -> current.put(key,
                all.stream().map(name -> written.getOrDefault(name.id(), name)).toList()));
        return current;
    }

    /** Also those that referred to them below and do no longer: it only makes them be evaluated once more. */
    @Override
    public synchronized List<Long> identitiesReferringTo(Collection<ContentHash> keys) {
        TreeSet<Long> identities = new TreeSet<>(below.identitiesReferringTo(keys));
        identities.addAll(above.identitiesReferringTo(keys));
        return List.copyOf(identities);
    }

    private List<Long> page(Layers.Pages<Long> there, Layers.Pages<Long> here, long after, int limit) {
        return Layers.page(there, here, this::isAbove, after, limit);
    }

    @Override
    public synchronized List<Long> pendingImports(String connector, boolean deletes, long after, int limit) {
        return page((from, size) -> below.pendingImports(connector, deletes, from, size),
                (from, size) -> above.pendingImports(connector, deletes, from, size), after, limit);
    }

    @Override
    public synchronized List<Long> all(String connector, long after, int limit) {
        return page((from, size) -> below.all(connector, from, size),
                (from, size) -> above.all(connector, from, size), after, limit);
    }

    @Override
    public synchronized List<Long> ofType(String connector, String objectType, long after, int limit) {
        return page((from, size) -> below.ofType(connector, objectType, from, size),
                (from, size) -> above.ofType(connector, objectType, from, size), after, limit);
    }

    @Override
    public synchronized List<Long> pendingExports(
            String connector, String objectType, Delta.Kind kind, long after, int limit) {
        return page((from, size) -> below.pendingExports(connector, objectType, kind, from, size),
                (from, size) -> above.pendingExports(connector, objectType, kind, from, size), after, limit);
    }

    @Override
    public synchronized List<Long> withoutAnchor(String connector, long after, int limit) {
        return page((from, size) -> below.withoutAnchor(connector, from, size),
                (from, size) -> above.withoutAnchor(connector, from, size), after, limit);
    }

    @Override
    public synchronized List<TypeCount> counts(String connector) {
        Map<String, TypeCount> counts = new TreeMap<>();
        below.counts(connector).forEach(count -> counts.put(count.objectType(), count));
        covered.getOrDefault(connector, Map.of())
                .forEach((type, gone) -> counts.merge(type, gone, (all, some) -> all.minus(some)));
        above.counts(connector).forEach(count -> counts.merge(count.objectType(), count, TypeCount::plus));
        return counts.values().stream().filter(count -> !count.isZero()).toList();
    }

    @Override
    public synchronized void fingerprints(String connector, boolean named, FingerprintReader reader) {
        below.fingerprints(connector, named, (id, type, dn, anchor, report) -> {
            if (!isAbove(id)) {
                reader.read(id, type, dn, anchor, report);
            }
        });
        above.fingerprints(connector, named, reader);
    }

    @Override
    public synchronized void wakeAt(String connector, Collection<WakeTime> times) {
        NumberSet here = rescheduled.computeIfAbsent(connector, unused -> new NumberSet());
        store.inTransaction(() -> {
            for (WakeTime time : times) {
                if (here.add(time.id())) {
                    undo.note(() -> here.remove(time.id()));
                }
            }
            above.wakeAt(connector, times);
        });
    }

    @Override
    public synchronized List<Long> due(String connector, Instant now, long after, int limit) {
        NumberSet here = rescheduled.getOrDefault(connector, new NumberSet());
        return Layers.page((from, size) -> below.due(connector, now, from, size),
                (from, size) -> above.due(connector, now, from, size), here::contains, after, limit);
    }

    @Override
    public synchronized void write(Collection<ConnectorSpaceChange> changes) {
        store.inTransaction(() -> {
            List<ConnectorSpaceChange> here = new ArrayList<>();
            refuseWhatExistsBelow(changes);
            for (ConnectorSpaceChange change : changes) {
                metaverse.noteLinks(change);
                ConnectorSpaceChange keyed = withKeysAbove(change);
                if (change.before() == null || isAbove(change.id())) {
                    here.add(keyed);
                } else if (!isNothing(change)) {
                    cover(change.before());
                    if (change.after() != null) {
                        here.add(new ConnectorSpaceChange(
                                null, Whole.of(change.after()), Set.of(), keyed.keysAfter()));
                    }
                }
            }
            above.write(here);
        });
    }

    /** A change with the keys that are to stand above: none as long as they are those that stand below. */
    private ConnectorSpaceChange withKeysAbove(ConnectorSpaceChange change) {
        if (hasKeysAbove(change.id())) {
            return change;
        }
        boolean isRekeyed = change.before() == null || !change.keysBefore().equals(change.keysAfter());
        if (isRekeyed) {
            rekeyed.add(change.id());
            undo.note(() -> rekeyed.remove(change.id()));
        }
        return new ConnectorSpaceChange(
                change.before(), change.after(), Set.of(), isRekeyed ? change.keysAfter() : Set.of());
    }

    private void refuseWhatExistsBelow(Collection<ConnectorSpaceChange> changes) {
        List<Long> added = changes.stream()
                .filter(change -> change.before() == null && !isAbove(change.id()))
                .map(ConnectorSpaceChange::id)
                .toList();
        if (!added.isEmpty() && !below.names(added).isEmpty()) {
            throw new StoreException("A new connector-space object exists already below");
        }
    }

    private static boolean isNothing(ConnectorSpaceChange change) {
        return change.before().equals(change.after()) && change.keysBefore().equals(change.keysAfter());
    }

    private void cover(ConnectorSpaceObject object) {
        written.add(object.id());
        count(object, true);
        undo.note(() -> {
            written.remove(object.id());
            count(object, false);
        });
    }

    private void count(ConnectorSpaceObject object, boolean more) {
        String type = object.type().name();
        TypeCount one = TypeCount.of(type, object);
        covered.computeIfAbsent(object.connector(), unused -> new HashMap<>())
                .merge(type, more ? one : TypeCount.of(type, null).minus(one), TypeCount::plus);
    }
}
