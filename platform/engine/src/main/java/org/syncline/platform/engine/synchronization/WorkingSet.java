package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Objects and identities as they are stored, and as they shall be. Nothing here writes to the store. Several threads may read it
 * while nobody changes it.
 */
class WorkingSet {
    private final Synchronization synchronization;
    private final Map<Long, ConnectorSpaceObject> storedObjects = new HashMap<>();
    private final Map<Long, ConnectorSpaceObject> objects = new TreeMap<>();
    private final Map<Long, MetaverseObject> storedIdentities = new HashMap<>();
    private final Map<Long, MetaverseObject> identities = new TreeMap<>();
    private final Map<Long, Set<Long>> accounts = new HashMap<>();
    private final Map<Long, List<ConnectorSpaceObject>> accountLists = new ConcurrentHashMap<>();
    private List<ConnectorSpaceChange> objectChanges;
    private List<MetaverseChange> identityChanges;

    WorkingSet(Synchronization synchronization) {
        this.synchronization = synchronization;
    }

    /** Loads objects that are not here yet; the result are those that exist. */
    List<ConnectorSpaceObject> loadObjects(Collection<Long> ids) {
        List<Long> missing = ids.stream().filter(id -> !storedObjects.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            synchronization.store().connectorSpace().load(missing).forEach(this::hold);
        }
        return ids.stream().distinct().map(objects::get).filter(Objects::nonNull).toList();
    }

    /** Loads identities that are not here yet, with all their accounts. */
    void loadIdentities(Collection<Long> ids) {
        List<Long> missing =
                ids.stream().filter(id -> id != 0 && !storedIdentities.containsKey(id) && !identities.containsKey(id))
                        .distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        synchronization.store().metaverse().load(missing).forEach(this::hold);
        synchronization.store().connectorSpace().accountsOf(missing, storedObjects.keySet()).forEach(this::hold);
    }

    /** Takes an object otherwise than it is stored. */
    void give(Preview.Given given) {
        hold(given.before());
        place(given.after());
    }

    /** Takes what was read before. */
    void hold(PageReader.Read read) {
        read.objects().forEach(this::hold);
        read.identities().forEach(this::hold);
        read.accounts().forEach(this::hold);
    }

    private void hold(MetaverseObject identity) {
        identityChanges = null;
        storedIdentities.put(identity.id(), identity);
        identities.put(identity.id(), identity);
    }

    private void hold(ConnectorSpaceObject object) {
        if (storedObjects.putIfAbsent(object.id(), object) == null) {
            place(object);
        }
    }

    ConnectorSpaceObject object(long id) {
        return objects.get(id);
    }

    Collection<ConnectorSpaceObject> objects() {
        return List.copyOf(objects.values());
    }

    boolean holds(long objectId) {
        return storedObjects.containsKey(objectId) || objects.containsKey(objectId);
    }

    void put(ConnectorSpaceObject object) {
        place(object);
    }

    private void place(ConnectorSpaceObject object) {
        objectChanges = null;
        unlink(objects.put(object.id(), object));
        if (object.link().isJoined()) {
            accounts.computeIfAbsent(object.link().identity(), unused -> new TreeSet<>()).add(object.id());
            accountLists.remove(object.link().identity());
        }
    }

    private void unlink(ConnectorSpaceObject before) {
        if (before != null && before.link().isJoined()) {
            accounts.get(before.link().identity()).remove(before.id());
            accountLists.remove(before.link().identity());
        }
    }

    void remove(ConnectorSpaceObject object) {
        objectChanges = null;
        unlink(objects.remove(object.id()));
    }

    /** The object as it is stored; null if it is new. */
    ConnectorSpaceObject stored(ConnectorSpaceObject object) {
        return storedObjects.get(object.id());
    }

    /** All objects that are stored, as they are. */
    Collection<ConnectorSpaceObject> storedObjects() {
        return List.copyOf(storedObjects.values());
    }

    MetaverseObject identity(long id) {
        return identities.get(id);
    }

    MetaverseObject storedIdentity(long id) {
        return storedIdentities.get(id);
    }

    void put(MetaverseObject identity) {
        identityChanges = null;
        identities.put(identity.id(), identity);
    }

    void removeIdentity(long id) {
        identityChanges = null;
        identities.remove(id);
    }

    /** The identities that end in this page, as they were. */
    List<MetaverseObject> ended() {
        return storedIdentities.values().stream()
                .filter(stored -> !identities.containsKey(stored.id()))
                .toList();
    }

    /** All objects linked to an identity, in the order of their numbers. */
    List<ConnectorSpaceObject> accounts(long identity) {
        List<ConnectorSpaceObject> known = accountLists.get(identity);
        return known != null ? known : accountLists.computeIfAbsent(identity, this::accountList);
    }

    /** The objects of the same type that an identity has besides this one. */
    Stream<ConnectorSpaceObject> others(ConnectorSpaceObject object, long identity) {
        return accounts(identity).stream()
                .filter(account -> account.id() != object.id() && TypeName.of(account).equals(TypeName.of(object)));
    }

    private List<ConnectorSpaceObject> accountList(long identity) {
        List<ConnectorSpaceObject> list = new ArrayList<>();
        for (long id : accounts.getOrDefault(identity, Set.of())) {
            list.add(objects.get(id));
        }
        return List.copyOf(list);
    }

    /** The identities that were there before and are no more. */
    Set<Long> endedIdentities() {
        Set<Long> ended = new TreeSet<>(storedIdentities.keySet());
        ended.removeAll(identities.keySet());
        return ended;
    }

    /** The objects that are otherwise than stored; compared once, however often it is asked. */
    List<ConnectorSpaceChange> objectChanges() {
        if (objectChanges == null) {
            objectChanges = compareObjects();
        }
        return objectChanges;
    }

    /** Finds out what is otherwise than stored, when everything was decided. */
    void compare() {
        objectChanges();
        identityChanges();
    }

    private List<ConnectorSpaceChange> compareObjects() {
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        objects.forEach((id, after) -> {
            ConnectorSpaceObject before = storedObjects.get(id);
            if (!after.equals(before)) {
                changes.add(synchronization.keys().change(before, after));
            }
        });
        storedObjects.forEach((id, before) -> {
            if (!objects.containsKey(id)) {
                changes.add(synchronization.keys().change(before, null));
            }
        });
        return changes;
    }

    /** The identities that are otherwise than stored; compared once, however often it is asked. */
    List<MetaverseChange> identityChanges() {
        if (identityChanges == null) {
            identityChanges = compareIdentities();
        }
        return identityChanges;
    }

    private List<MetaverseChange> compareIdentities() {
        List<MetaverseChange> changes = new ArrayList<>();
        identities.forEach((id, after) -> {
            MetaverseObject before = storedIdentities.get(id);
            if (after != before && !after.equals(before)) {
                changes.add(synchronization.keys().change(before, after));
            }
        });
        storedIdentities.forEach((id, before) -> {
            if (!identities.containsKey(id)) {
                changes.add(synchronization.keys().change(before, null));
            }
        });
        return changes;
    }

    /** @throws StoreException if something that the page was computed on changed since it was read */
    void refuseIfStale() {
        Store store = synchronization.store();
        boolean stale = store.connectorSpace().load(storedObjects.keySet()).stream()
                .filter(object -> object.equals(storedObjects.get(object.id())))
                .count() != storedObjects.size()
                || store.metaverse().load(storedIdentities.keySet()).stream()
                        .filter(identity -> identity.equals(storedIdentities.get(identity.id())))
                        .count() != storedIdentities.size();
        if (stale) {
            throw new StoreException(
                    "Something that was previewed has changed meanwhile. Nothing was written; preview it again");
        }
    }
}
