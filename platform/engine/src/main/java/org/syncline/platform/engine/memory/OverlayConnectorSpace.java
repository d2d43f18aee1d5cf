package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/** Connector spaces in which some objects are otherwise. Pages, counts and times are those of the store below. */
final class OverlayConnectorSpace implements ConnectorSpace {
    private final ConnectorSpace below;
    private final ReferencedKeys referencedKeys;
    private final Layer<ConnectorSpaceObject> layer = new Layer<>(ConnectorSpaceObject::id);

    OverlayConnectorSpace(ConnectorSpace below, TypeSource types) {
        this.below = below;
        this.referencedKeys = new ReferencedKeys(types);
    }

    @Override
    public void write(Collection<ConnectorSpaceChange> changes) {
        Map<Long, Set<ContentHash>> keys =
                below.keysOf(changes.stream().map(ConnectorSpaceChange::id).filter(id -> !layer.covers(id)).toList());
        changes.forEach(change -> layer.put(
                change.id(), change.after(), keys.getOrDefault(change.id(), Set.of()), change.keysBefore(),
                change.keysAfter()));
    }

    @Override
    public List<ConnectorSpaceObject> load(Collection<Long> ids) {
        return layer.load(ids, below::load);
    }

    @Override
    public List<AccountName> names(Collection<Long> ids) {
        List<AccountName> names = new ArrayList<>(below.names(ids.stream().filter(id -> !layer.covers(id)).toList()));
        layer.present().filter(object -> ids.contains(object.id())).map(AccountName::of).forEach(names::add);
        return sorted(names);
    }

    @Override
    public List<ConnectorSpaceObject> accountsOf(Collection<Long> identities, Set<Long> besides) {
        Set<Long> others = new TreeSet<>(besides);
        others.addAll(layer.covered());
        List<ConnectorSpaceObject> accounts = new ArrayList<>(below.accountsOf(identities, others));
        layer.present()
                .filter(object -> isLinkedToAny(object, identities) && !besides.contains(object.id()))
                .forEach(accounts::add);
        accounts.sort(Comparator.comparingLong(ConnectorSpaceObject::id));
        return accounts;
    }

    private static boolean isLinkedToAny(ConnectorSpaceObject object, Collection<Long> identities) {
        return object.link().isJoined() && identities.contains(object.link().identity());
    }

    @Override
    public List<AccountName> accountNamesOf(Collection<Long> identities) {
        List<AccountName> names = new ArrayList<>(below.accountNamesOf(identities));
        names.removeIf(name -> layer.covers(name.id()));
        layer.present().filter(object -> isLinkedToAny(object, identities)).map(AccountName::of).forEach(names::add);
        return sorted(names);
    }

    private static List<AccountName> sorted(List<AccountName> names) {
        names.sort(Comparator.comparingLong(AccountName::id));
        return names;
    }

    @Override
    public Map<ContentHash, List<Long>> find(Collection<ContentHash> keys) {
        return layer.find(keys, below.find(keys));
    }

    @Override
    public Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        return layer.keysOf(ids, below::keysOf);
    }

    @Override
    public Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> keys) {
        Map<ContentHash, List<AccountName>> found = new HashMap<>();
        Map<ContentHash, List<AccountName>> stored = below.findNames(keys);
        layer.find(keys, Map.of()).forEach((key, ids) -> found.put(key, names(ids)));
        stored.forEach((key, names) -> {
            List<AccountName> all = new ArrayList<>(found.getOrDefault(key, List.of()));
            names.stream().filter(name -> !layer.covers(name.id())).forEach(all::add);
            if (!all.isEmpty()) {
                found.put(key, sorted(all));
            }
        });
        return found;
    }

    /** An identity whose object referred to one of them before it became otherwise is among them too. */
    @Override
    public List<Long> identitiesReferringTo(Collection<ContentHash> keys) {
        Set<Long> referring = new TreeSet<>(below.identitiesReferringTo(keys));
        layer.present()
                .filter(object -> object.link().isJoined()
                        && referencedKeys.of(object).stream().anyMatch(key -> keys.contains(key.hash())))
                .map(object -> object.link().identity())
                .forEach(referring::add);
        return List.copyOf(referring);
    }

    @Override
    public long reserveIds(int count) {
        return below.reserveIds(count);
    }

    @Override
    public List<ConnectorSpaceObject> loadAll(String connector, long after, int limit) {
        return below.loadAll(connector, after, limit);
    }

    @Override
    public List<Long> pendingImports(String connector, boolean deletes, long after, int limit) {
        return below.pendingImports(connector, deletes, after, limit);
    }

    @Override
    public List<Long> all(String connector, long after, int limit) {
        return below.all(connector, after, limit);
    }

    @Override
    public List<Long> ofType(String connector, String objectType, long after, int limit) {
        return below.ofType(connector, objectType, after, limit);
    }

    @Override
    public List<Long> pendingExports(String connector, String objectType, Delta.Kind kind, long after, int limit) {
        return below.pendingExports(connector, objectType, kind, after, limit);
    }

    @Override
    public List<TypeCount> counts(String connector) {
        return below.counts(connector);
    }

    @Override
    public List<Long> withoutAnchor(String connector, long after, int limit) {
        return below.withoutAnchor(connector, after, limit);
    }

    @Override
    public void fingerprints(String connector, boolean named, FingerprintReader reader) {
        below.fingerprints(connector, named, reader);
    }

    @Override
    public List<Long> due(String connector, Instant now, long after, int limit) {
        return below.due(connector, now, after, limit);
    }

    @Override
    public void wakeAt(String connector, Collection<WakeTime> times) {
        // What is seen here happens at one instant.
    }
}
