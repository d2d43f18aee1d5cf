package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Retyping;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Link;

/** The connector spaces in memory. */
final class MemoryConnectorSpace implements ConnectorSpace {
    private final Journal journal;
    private final LargeSets sets;
    private final Retyping retyping;
    private final ReferencedKeys referencedKeys;
    private final Table<Long, ConnectorSpaceObject> objects;
    private final Index keys;
    private final Index references;
    private final Index identities;
    private final Map<String, WakeTimes> wakeTimes = new ConcurrentHashMap<>();
    private long lastId;

    MemoryConnectorSpace(Journal journal, TypeSource types, LargeSets sets) {
        this.journal = journal;
        this.sets = sets;
        this.retyping = new Retyping(types);
        this.referencedKeys = new ReferencedKeys(types);
        this.objects = Table.sorted(journal);
        this.keys = new Index(journal);
        this.references = new Index(journal);
        this.identities = new Index(journal);
    }

    @Override
    public synchronized long reserveIds(int count) {
        long first = lastId + 1;
        lastId += count;
        return first;
    }

    @Override
    public List<ConnectorSpaceObject> load(Collection<Long> ids) {
        journal.tally().read("connector-space.load");
        return stored(ids).stream().map(this::given).toList();
    }

    private ConnectorSpaceObject given(ConnectorSpaceObject stored) {
        return sets.given(retyping.current(stored));
    }

    @Override
    public List<AccountName> names(Collection<Long> ids) {
        journal.tally().read("connector-space.names");
        return stored(ids).stream().map(AccountName::of).toList();
    }

    private List<ConnectorSpaceObject> stored(Collection<Long> ids) {
        return new TreeSet<>(ids).stream().map(objects::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<ConnectorSpaceObject> loadAll(String connector, long after, int limit) {
        journal.tally().read("connector-space.load-all");
        return stored(page(connector, after, limit, object -> true)).stream().map(this::given).toList();
    }

    @Override
    public List<ConnectorSpaceObject> accountsOf(Collection<Long> linkedTo, Set<Long> besides) {
        journal.tally().read("connector-space.accounts-of");
        return accounts(linkedTo).stream()
                .filter(account -> !besides.contains(account.id()))
                .map(this::given)
                .toList();
    }

    @Override
    public List<AccountName> accountNamesOf(Collection<Long> linkedTo) {
        journal.tally().read("connector-space.account-names-of");
        return accounts(linkedTo).stream().map(AccountName::of).toList();
    }

    /** Whether a link that provisioning did not make holds an identity. */
    boolean isHeld(long identity) {
        return accounts(List.of(identity)).stream()
                .anyMatch(account -> account.link().origin() != Link.Origin.PROVISIONING);
    }

    private List<ConnectorSpaceObject> accounts(Collection<Long> linkedTo) {
        return stored(identities.underAny(linkedTo.stream().map(Index::hash).toList()));
    }

    @Override
    public Map<ContentHash, List<Long>> find(Collection<ContentHash> wanted) {
        journal.tally().read("connector-space.find");
        return keys.find(wanted);
    }

    @Override
    public Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        journal.tally().read("connector-space.keys-of");
        return keys.of(ids);
    }

    @Override
    public Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> wanted) {
        journal.tally().read("connector-space.find-names");
        Map<ContentHash, List<AccountName>> names = new HashMap<>();
        keys.find(wanted).forEach((key, ids) -> names.put(key, stored(ids).stream().map(AccountName::of).toList()));
        return names;
    }

    @Override
    public List<Long> identitiesReferringTo(Collection<ContentHash> wanted) {
        journal.tally().read("connector-space.identities-referring-to");
        TreeSet<Long> referring = new TreeSet<>();
        for (ConnectorSpaceObject object : stored(references.underAny(wanted))) {
            if (object.link().isJoined()) {
                referring.add(object.link().identity());
            }
        }
        return List.copyOf(referring);
    }

    @Override
    public List<Long> pendingImports(String connector, boolean deletes, long after, int limit) {
        journal.tally().read("connector-space.pending-imports");
        return page(connector, after, limit, object -> {
            Delta.Kind kind = object.hologram().pendingImport().kind();
            return kind != Delta.Kind.NONE && (kind == Delta.Kind.DELETE) == deletes;
        });
    }

    @Override
    public List<Long> all(String connector, long after, int limit) {
        journal.tally().read("connector-space.all");
        return page(connector, after, limit, object -> true);
    }

    @Override
    public List<Long> withoutAnchor(String connector, long after, int limit) {
        journal.tally().read("connector-space.without-anchor");
        return page(connector, after, limit, object -> object.anchor() == null);
    }

    @Override
    public List<Long> ofType(String connector, String objectType, long after, int limit) {
        journal.tally().read("connector-space.of-type");
        return page(connector, after, limit, object -> object.type().name().equals(objectType));
    }

    @Override
    public List<Long> pendingExports(String connector, String objectType, Delta.Kind kind, long after, int limit) {
        journal.tally().read("connector-space.pending-exports");
        return page(connector, after, limit, object -> object.type().name().equals(objectType)
                && object.hologram().pendingExport().kind() == kind);
    }

    private List<Long> page(String connector, long after, int limit, Predicate<ConnectorSpaceObject> which) {
        return objects.after(after).values().stream()
                .filter(object -> object.connector().equals(connector) && which.test(object))
                .limit(limit)
                .map(ConnectorSpaceObject::id)
                .toList();
    }

    @Override
    public List<TypeCount> counts(String connector) {
        journal.tally().read("connector-space.counts");
        Map<String, TypeCount> counts = new TreeMap<>();
        for (ConnectorSpaceObject object : objects.values()) {
            if (object.connector().equals(connector)) {
                counts.merge(object.type().name(), TypeCount.of(object.type().name(), object), TypeCount::plus);
            }
        }
        return counts.values().stream().filter(count -> !count.isZero()).toList();
    }

    @Override
    public void fingerprints(String connector, boolean named, FingerprintReader reader) {
        journal.tally().read("connector-space.fingerprints");
        for (ConnectorSpaceObject object : objects.values()) {
            if (object.connector().equals(connector) && object.anchor() != null) {
                String type = object.type().name();
                reader.read(
                        object.id(), type, named ? object.dn() : null, Keys.anchor(connector, type, object.anchor()),
                        object.lastReport());
            }
        }
    }

    @Override
    public void wakeAt(String connector, Collection<WakeTime> times) {
        wakeTimes(connector).set(times);
    }

    @Override
    public List<Long> due(String connector, Instant now, long after, int limit) {
        return wakeTimes(connector).due(now, after, limit);
    }

    private WakeTimes wakeTimes(String connector) {
        return wakeTimes.computeIfAbsent(connector, unused -> new WakeTimes(journal, "connector-space"));
    }

    @Override
    public void write(Collection<ConnectorSpaceChange> changes) {
        journal.inTransaction(() -> {
            WriteTally written = new WriteTally("connector-space");
            changes.forEach(change -> write(change, written));
            written.noteIn(journal.tally());
        });
    }

    private void write(ConnectorSpaceChange change, WriteTally written) {
        ConnectorSpaceObject stored = objects.get(change.id());
        ConnectorSpaceObject after = LargeSets.kept(change.after());
        refuseIfStale(change, stored);
        replace(change, after, written);
        written.keys(keys.move(change.id(), Index.Key.of(change.keysBefore()), Index.Key.of(change.keysAfter())));
        written.references(references.move(change.id(), referencedKeys.of(stored), referencedKeys.of(after)));
        identities.move(change.id(), identity(stored), identity(after));
    }

    private void refuseIfStale(ConnectorSpaceChange change, ConnectorSpaceObject stored) {
        ConnectorSpaceObject before = change.before();
        Stale.refuse("connector-space object", change.id(), before,
                before == null || stored == null ? stored : sets.uncounted().given(Retyping.as(before.type(), stored)));
    }

    private void replace(ConnectorSpaceChange change, ConnectorSpaceObject after, WriteTally written) {
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

    private static void count(ConnectorSpaceObject object, int times, WriteTally written) {
        if (object != null) {
            String type = object.type().name();
            written.count(object.connector() + '\0' + type, TypeCount.of(type, object), times);
        }
    }

    private static Set<Index.Key> identity(ConnectorSpaceObject object) {
        return object == null || !object.link().isJoined()
                ? Set.of()
                : Index.Key.of(List.of(Index.hash(object.link().identity())));
    }
}
