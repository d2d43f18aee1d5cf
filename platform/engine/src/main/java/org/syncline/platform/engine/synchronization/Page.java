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
import org.syncline.dsl.expression.Present;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/**
 * What one page is computed on, and what is decided in it; {@link #changes} says at the end what is to be written. Several threads may
 * read it while nobody changes it.
 */
final class Page extends WorkingSet {
    private final Synchronization synchronization;
    private final Set<Long> triggers = new HashSet<>();
    private final Set<Long> affected = new TreeSet<>();
    private final Evaluations evaluations = new Evaluations(affected);
    private final Map<Long, Set<String>> lost = new HashMap<>();
    private final List<ConnectorSpaceObject> bereaved = new ArrayList<>();
    private final Map<Long, Boolean> arrivals = new TreeMap<>();
    private final Set<Long> deferred = new TreeSet<>();
    private final PageReferences references;
    private final List<ObjectError> errors = new ArrayList<>();
    private final Counters counters = new Counters();
    private final PageTimes objectTimes;
    private final PageTimes identityTimes;
    private final Set<Long> wokenObjects = new TreeSet<>();
    private Map<Long, Set<String>> only = Map.of();
    private final Map<Long, Set<Long>> stepwise = new ConcurrentHashMap<>();
    private Set<Long> whole;
    private boolean wokeIdentities;

    Page(Synchronization synchronization) {
        super(synchronization);
        this.synchronization = synchronization;
        this.references = new PageReferences(synchronization);
        this.objectTimes = new PageTimes(synchronization);
        this.identityTimes = new PageTimes(synchronization);
    }

    /** The evaluations that it asks for. */
    Evaluations evaluations() {
        return evaluations;
    }

    /** The references of its objects that lead nowhere. */
    PageReferences references() {
        return references;
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
                && storedIdentity(identity.id()) != null
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
                || identity(identity) == null
                || identity(identity) != storedIdentity(identity)
                || identity(identity).isEnding();
    }

    /** The identities to evaluate in this page that exist, ascending. */
    List<MetaverseObject> affected() {
        return affected.stream().map(this::identity).filter(Objects::nonNull).toList();
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

    /** Notes that a batch is here because its time has come, whether all of it still exists or not. */
    void noteWoken(Batch batch) {
        if (batch.segment().compareTo(Batch.Segment.EVALUATIONS) >= 0) {
            evaluations.noteEnd();
        }
        switch (batch.segment()) {
            case WOKEN_OBJECTS -> wokenObjects.addAll(batch.ids());
            case WOKEN_IDENTITIES -> wokeIdentities = true;
            case CHANGES, OTHER_RULES, RETRIES, BREAKS, RETRIED_ACCOUNTS, EVALUATIONS, ENDINGS, ORPHANS -> {}
        }
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

    private List<WakeTime> objectWakes() {
        Set<Long> decided = new TreeSet<>(triggers);
        decided.addAll(wokenObjects);
        return objectTimes.wakeTimes(decided, !wokenObjects.isEmpty());
    }

    /**
     * What is to be written of it.
     *
     * @param mended the errors that it mends
     */
    PageChanges changes(Mended mended) {
        references.forgetThoseOfUnlinked(this);
        return new PageChanges(
                objectChanges(),
                identityChanges(),
                mended,
                errors,
                references.ownersToReplace(),
                references.pending(),
                evaluations.takenFromList(),
                evaluations.all(),
                objectWakes(),
                identityTimes.wakeTimes(affected, wokeIdentities),
                evaluations.ofObjects(synchronization.now()));
    }

    /** The objects that this page is about and that stay. */
    List<ConnectorSpaceObject> concerned() {
        return storedObjects().stream()
                .filter(stored -> object(stored.id()) != null)
                .filter(stored -> triggers.contains(stored.id())
                        || affected.contains(stored.link().identity())
                        || affected.contains(object(stored.id()).link().identity()))
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
}
