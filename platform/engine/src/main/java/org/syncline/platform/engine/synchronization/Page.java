package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Present;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/**
 * What one page is computed on: objects and identities as they are stored, and as they shall be. Nothing here writes to the store;
 * {@link #changes} says at the end what is to be written. Several threads may read it while nobody changes it.
 */
final class Page {
    private final Synchronization synchronization;
    private final Map<Long, ConnectorSpaceObject> storedObjects = new HashMap<>();
    private final Map<Long, ConnectorSpaceObject> objects = new TreeMap<>();
    private final Map<Long, MetaverseObject> storedIdentities = new HashMap<>();
    private final Map<Long, MetaverseObject> identities = new TreeMap<>();
    private final Map<Long, Set<Long>> accounts = new HashMap<>();
    private final Map<Long, List<ConnectorSpaceObject>> accountLists = new ConcurrentHashMap<>();
    private final Set<Long> triggers = new HashSet<>();
    private final Set<Long> affected = new TreeSet<>();
    private final Map<Long, Set<String>> lost = new HashMap<>();
    private final List<ConnectorSpaceObject> bereaved = new ArrayList<>();
    private final Map<Long, Boolean> arrivals = new TreeMap<>();
    private final Set<Long> marked = new TreeSet<>();
    private final Set<Long> evaluated = new TreeSet<>();
    private final Set<Long> later = new TreeSet<>();
    private final Set<Long> deferred = new TreeSet<>();
    private final List<PendingReference> pendingReferences = new ArrayList<>();
    private final Set<Long> referenceOwners = new HashSet<>();
    private final List<ObjectError> errors = new ArrayList<>();
    private final Counters counters = new Counters();
    private final PageTimes objectTimes;
    private final PageTimes identityTimes;
    private final Set<Long> wokenObjects = new TreeSet<>();
    private final Map<String, Set<Long>> latecomers = new TreeMap<>();
    private Map<Long, Set<String>> only = Map.of();
    private final Map<Long, Set<Long>> stepwise = new ConcurrentHashMap<>();
    private Set<Long> whole;
    private boolean wokeIdentities;
    private boolean isAtTheEnd;
    private List<ConnectorSpaceChange> objectChanges;
    private List<MetaverseChange> identityChanges;

    Page(Synchronization synchronization) {
        this.synchronization = synchronization;
        this.objectTimes = new PageTimes(synchronization);
        this.identityTimes = new PageTimes(synchronization);
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

    /** Notes the objects this page is about. */
    void trigger(List<ConnectorSpaceObject> decided) {
        decided.forEach(object -> triggers.add(object.id()));
    }

    boolean isTrigger(long object) {
        return triggers.contains(object);
    }

    /** The time at which an identity is evaluated. */
    Present present(MetaverseObject identity) {
        return identityTimes.of(identity.id());
    }

    /** The time at which the filter and the joins of an object are evaluated. */
    Present present(ConnectorSpaceObject object) {
        return objectTimes.of(object.id());
    }

    /** Notes whose whole state is evaluated in this page, whatever changed of it; null for whomever it is about. */
    void evaluateWhole(Set<Long> identities) {
        whole = identities;
    }

    /** Whether nothing of an identity can be otherwise than it was evaluated last, but what changed. */
    boolean isUpToDate(MetaverseObject identity) {
        return whole != null
                && !whole.contains(identity.id())
                && storedIdentities.containsKey(identity.id())
                && synchronization.isUpToDate(identity.id(), accounts(identity.id()));
    }

    /** Notes that only changes of an identity's references were looked at, and to whom they lead. */
    void noteStepwise(long identity, Collection<Long> targets) {
        stepwise.computeIfAbsent(identity, unused -> new HashSet<>()).addAll(targets);
    }

    /** The identities of whose references only changes were looked at, each with whom these lead to. */
    Map<Long, Set<Long>> stepwise() {
        return stepwise;
    }

    /** Notes that an identity is to be evaluated in this page. */
    void affect(long identity) {
        affected.add(identity);
    }

    /** Confines the evaluation of identities to their accounts in some connectors, as long as nothing else of them changes. */
    void confine(Map<Long, Set<String>> connectors) {
        only = connectors;
    }

    /** Whether this page decides of what an identity has in a connector. */
    boolean decidesOf(long identity, String connector) {
        Set<String> connectors = only.get(identity);
        return connectors == null
                || connectors.contains(connector)
                || identities.get(identity) == null
                || identities.get(identity) != storedIdentities.get(identity)
                || identities.get(identity).isEnding();
    }

    /** The identities to evaluate in this page that exist, ascending. */
    List<MetaverseObject> affected() {
        return affected.stream().map(identities::get).filter(Objects::nonNull).toList();
    }

    boolean isAffected(long identity) {
        return affected.contains(identity);
    }

    /** Notes that the link of an object breaks; its identity may end, unless provisioning made the link. */
    void bereave(ConnectorSpaceObject object) {
        affect(object.link().identity());
        bereaved.add(object);
        if (object.link().origin() != Link.Origin.PROVISIONING) {
            lost.computeIfAbsent(object.link().identity(), unused -> new HashSet<>()).add(object.connector());
        }
    }

    /** The connectors in which an identity lost a link that provisioning did not make. */
    Set<String> lost(long identity) {
        return lost.getOrDefault(identity, Set.of());
    }

    /** Leaves an object whose filtering breaks a link to the end of the step. */
    void defer(long object) {
        deferred.add(object);
    }

    Set<Long> deferred() {
        return deferred;
    }

    /** Asks for an evaluation of identities that this page does not hold. */
    void wake(Collection<Long> ids) {
        ids.stream().filter(id -> !affected.contains(id)).forEach(marked::add);
    }

    /** Asks for one more evaluation of an identity of this page: what it was computed from changed afterwards. */
    void evaluateAgain(long identity) {
        marked.add(identity);
    }

    /** Asks for an evaluation once this page is written, also of identities that it holds. */
    void wakeAgain(Collection<Long> ids) {
        marked.addAll(ids);
    }

    /** Asks for an evaluation of objects that this page does not hold, by the next synchronization of their connector. */
    void wakeObjects(String connector, Set<Long> ids) {
        latecomers.put(connector, ids);
    }

    /** Asks for an evaluation in the next synchronization: something has to happen in a connected system first. */
    void wakeLater(long identity) {
        later.add(identity);
    }

    /**
     * Asks for an evaluation when this step has seen everything that changed, or, if it has, in the next synchronization: what matters
     * may be known then.
     */
    void evaluateAtTheEnd(long identity) {
        (isAtTheEnd ? later : marked).add(identity);
    }

    Set<Long> later() {
        return later;
    }

    /** Those for which an evaluation in this step was asked. */
    Set<Long> marked() {
        return marked;
    }

    /** Notes that the list of evaluations asked for these identities. */
    void takeFromList(Collection<Long> ids) {
        evaluated.addAll(ids);
    }

    /** Notes that a batch is here because its time has come, whether all of it still exists or not. */
    void noteWoken(Batch batch) {
        isAtTheEnd = batch.segment().compareTo(Batch.Segment.EVALUATIONS) >= 0;
        switch (batch.segment()) {
            case WOKEN_OBJECTS -> wokenObjects.addAll(batch.ids());
            case WOKEN_IDENTITIES -> wokeIdentities = true;
            case CHANGES, OTHER_RULES, RETRIES, BREAKS, RETRIED_ACCOUNTS, EVALUATIONS, ENDINGS, ORPHANS -> {}
        }
    }

    /** Notes what is unresolved or owed of an object's references. */
    void noteReferences(long owner, List<PendingReference> references) {
        referenceOwners.add(owner);
        pendingReferences.addAll(references);
    }

    void fail(ObjectError error) {
        errors.add(error);
    }

    void count(Counter counter, ConnectorSpaceObject object) {
        counters.count(counter, object);
    }

    /** Notes that an object was joined, or projected. */
    void arrive(long object, boolean projected) {
        arrivals.put(object, projected);
    }

    /** The objects that were joined or projected, and whether they were projected. */
    Map<Long, Boolean> arrivals() {
        return arrivals;
    }

    /** The objects whose links broke, as they were. */
    List<ConnectorSpaceObject> bereaved() {
        return bereaved;
    }

    /** The identities that were there before and are no more. */
    Set<Long> endedIdentities() {
        Set<Long> ended = new TreeSet<>(storedIdentities.keySet());
        ended.removeAll(identities.keySet());
        return ended;
    }

    /** Whether an object of it belongs to nobody, as far as it was decided. */
    boolean leavesSomebody() {
        return counters.of(Counter.DISCONNECTOR_REMAINS) > 0
                || objectChanges().stream().anyMatch(change -> change.after() != null
                        && !change.after().link().isJoined());
    }

    Counters counters() {
        return counters;
    }

    List<ObjectError> errors() {
        return errors;
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

    private List<WakeTime> objectWakes() {
        Set<Long> decided = new TreeSet<>(triggers);
        decided.addAll(wokenObjects);
        return objectTimes.wakeTimes(decided, !wokenObjects.isEmpty());
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

    /**
     * What is to be written of it.
     *
     * @param mended the errors that it mends
     */
    PageChanges changes(Mended mended) {
        forgetReferencesOfUnlinked();
        Set<Long> asked = new TreeSet<>(marked);
        asked.addAll(later);
        Map<String, List<WakeTime>> late = new TreeMap<>();
        latecomers.forEach((owner, ids) -> late.put(owner,
                ids.stream().map(id -> new WakeTime(id, synchronization.now())).toList()));
        return new PageChanges(
                objectChanges(),
                identityChanges(),
                mended,
                errors,
                ownersToReplace(),
                pendingReferences,
                evaluated,
                asked,
                objectWakes(),
                identityTimes.wakeTimes(affected, wokeIdentities),
                late);
    }

    /** The objects that this page is about and that stay. */
    List<ConnectorSpaceObject> concerned() {
        return storedObjects.values().stream()
                .filter(stored -> objects.containsKey(stored.id()))
                .filter(stored -> triggers.contains(stored.id())
                        || affected.contains(stored.link().identity())
                        || affected.contains(objects.get(stored.id()).link().identity()))
                .toList();
    }

    /** Whether everything that could be done for an object in this page was done. */
    boolean wasDone(long object) {
        return !deferred.contains(object)
                && errors.stream().noneMatch(error -> error.isOfObject() && error.object() == object);
    }

    /** The identities that this page evaluated, whether they are still there or not. */
    Set<Long> evaluated() {
        Set<Long> all = new TreeSet<>(affected);
        ended().forEach(identity -> all.add(identity.id()));
        return all;
    }

    /** Whether this page decided of an account, and nothing failed; not of one that somebody deleted and that is missed. */
    boolean isInOrder(FailedAccount account) {
        return decidesOf(account.identity(), account.connector())
                && errors.stream().noneMatch(error -> error.account().equals(account))
                && accounts(account.identity()).stream()
                        .noneMatch(
                                one -> one.connector().equals(account.connector()) && Deletions.isKeptAsDeleted(one));
    }

    /** What belongs to nobody any more refers to nobody; only what an export held back of it still waits. */
    private void forgetReferencesOfUnlinked() {
        for (long owner : storedObjects.keySet()) {
            ConnectorSpaceObject object = objects.get(owner);
            boolean isListed = synchronization.hasPendingReferences(owner) || referenceOwners.contains(owner);
            if (isListed && (object == null || !object.link().isJoined())) {
                pendingReferences.removeIf(reference -> reference.owner() == owner);
                noteReferences(owner, object == null ? List.of() : synchronization.stillHeldBack(object));
            }
        }
    }

    /** Owners that have, or had, a reference that leads nowhere. */
    private Set<Long> ownersToReplace() {
        Set<Long> owners = new HashSet<>();
        pendingReferences.forEach(reference -> owners.add(reference.owner()));
        referenceOwners.stream().filter(synchronization::hasPendingReferences).forEach(owners::add);
        return owners;
    }
}
