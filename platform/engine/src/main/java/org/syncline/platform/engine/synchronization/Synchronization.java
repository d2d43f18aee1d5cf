package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.dsl.expression.Present;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** What all pages of one synchronization share: the rules, the time, the store they read from. */
final class Synchronization {
    private final Store store;
    private final PinnedRules rules;
    private final RuleIndex index;
    private final ObjectKeys keys;
    private final Instant now;
    private final Trace trace;
    private final Map<String, ImportState> states = new ConcurrentHashMap<>();
    private volatile boolean leftSomebody;
    private final Map<String, Boolean> disconnected = new ConcurrentHashMap<>();
    private final Map<String, Map<Long, SentImage>> inFlight = new ConcurrentHashMap<>();
    private final Map<Long, List<PendingReference>> pendingReferences;
    private final Set<Long> failed = new HashSet<>();
    private boolean isUpToDate;
    private final Map<Long, List<PendingReference>> heldBack;
    private final Map<Reservation, Long> reservedElsewhere;
    private final Numbers numbers;
    private final Workers workers;

    /** @param trace on for a preview, which is never written and so reserves no numbers */
    Synchronization(Store store, PinnedRules rules, ObjectKeys keys, Instant now, Trace trace) {
        this(store, rules, keys, now, trace, trace.isOn() ? Numbers.madeUp() : Numbers.reservedIn(store));
    }

    /** @param numbers of what is new */
    Synchronization(
            Store store, PinnedRules rules, ObjectKeys keys, Instant now, Trace trace, Numbers numbers) {
        this(store, rules, keys, now, trace, numbers, new Workers(1));
    }

    /** For a step. */
    Synchronization(Store store, PinnedRules rules, ObjectKeys keys, Instant now, Trace trace, Workers workers) {
        this(store, rules, keys, now, trace, Numbers.reservedIn(store), workers);
    }

    private Synchronization(
            Store store, PinnedRules rules, ObjectKeys keys, Instant now, Trace trace, Numbers numbers,
            Workers workers) {
        this.workers = workers;
        this.store = store;
        this.rules = rules;
        this.index = rules.prepared(RuleIndex.class, RuleIndex::new);
        this.keys = keys;
        this.now = now;
        this.trace = trace;
        this.pendingReferences = new HashMap<>();
        this.heldBack = new HashMap<>();
        this.reservedElsewhere = new ConcurrentHashMap<>();
        for (String connector : rules.ruleset().connectors().keySet()) {
            store.runHistory().pendingReferences(connector).forEach(this::note);
        }
        this.numbers = numbers;
    }

    private Synchronization(Synchronization present) {
        this.workers = new Workers(1);
        this.store = present.store;
        this.rules = present.rules;
        this.index = present.index;
        this.keys = present.keys;
        this.now = present.now;
        this.trace = Trace.off();
        this.numbers = Numbers.madeUp();
        this.leftSomebody = present.leftSomebody;
        this.pendingReferences = present.pendingReferences;
        this.heldBack = present.heldBack;
        this.reservedElsewhere = new ConcurrentHashMap<>(present.reservedElsewhere);
    }

    /**
     * For pages that are evaluated while nothing is written and are not written themselves: what they reserve counts for nobody. Several
     * threads may use it, one for each page.
     */
    Synchronization aside() {
        return new Synchronization(this);
    }

    private void note(PendingReference reference) {
        pendingReferences.computeIfAbsent(reference.owner(), unused -> new ArrayList<>()).add(reference);
        if (reference.isHeldBack()) {
            heldBack.computeIfAbsent(reference.owner(), unused -> new ArrayList<>()).add(reference);
        }
    }

    /** The references of an account that an export held back, and that are still to be sent. */
    List<PendingReference> stillHeldBack(ConnectorSpaceObject account) {
        return heldBack.getOrDefault(account.id(), List.of()).stream()
                .filter(reference -> isPending(account, reference))
                .toList();
    }

    private static boolean isPending(ConnectorSpaceObject account, PendingReference reference) {
        return switch (reference.reason()) {
            case PendingReference.NO_CONTAINER ->
                    account.hologram().pendingExport().change(account.type().index(ObjectType.DN)) != null;
            case PendingReference.NOT_EMPTY -> account.hologram().pendingExport().kind() == Delta.Kind.DELETE;
            default -> isReferencePending(account, reference);
        };
    }

    private static boolean isReferencePending(ConnectorSpaceObject account, PendingReference reference) {
        return account.hologram().pendingExport().changes().stream()
                .filter(change -> account.type().attribute(change.attribute()).name().equals(reference.attribute()))
                .flatMap(change -> change.added().stream())
                .anyMatch(value -> value.text().equals(reference.key()));
    }

    Store store() {
        return store;
    }

    RuleIndex rules() {
        return index;
    }

    long rulesetVersion() {
        return rules.version();
    }

    ObjectKeys keys() {
        return keys;
    }

    Instant now() {
        return now;
    }

    /** The time for one decision. */
    Present present() {
        return new Present(now, rules.ruleset().zone());
    }

    Trace trace() {
        return trace;
    }

    ImportState state(String connector) {
        return states.computeIfAbsent(connector,
                name -> store.watermarks().of(rules.ruleset().connectors().get(name)));
    }

    /** Whether a connector has objects that belong to nobody, and of which that was decided. */
    boolean mayBeDisconnected(String connector) {
        return leftSomebody
                || disconnected.computeIfAbsent(connector, name -> store.connectorSpace().counts(name).stream()
                        .anyMatch(count -> count.objects() > count.joined() + count.pendingImports()));
    }

    /** Notes that an object was left to itself in this step. */
    void noteLeftToItself() {
        leftSomebody = true;
    }

    /** Whether its deletion was sent when a process died, and nobody knows whether it arrived. */
    boolean mayBeDeleted(ConnectorSpaceObject object) {
        SentImage image = inFlightOf(object.connector()).get(object.id());
        return image != null && image.sent().kind() == Delta.Kind.DELETE;
    }

    private Map<Long, SentImage> inFlightOf(String connector) {
        return inFlight.computeIfAbsent(connector, store.runHistory()::inFlight);
    }

    /** Whether it was sent when a process died, and nobody knows whether it arrived. */
    boolean isInFlight(ConnectorSpaceObject object) {
        return inFlightOf(object.connector()).containsKey(object.id());
    }

    /** Whether some reference of the object was known to lead nowhere. */
    boolean hasPendingReferences(long owner) {
        return pendingReferences.containsKey(owner);
    }

    /** The references of an object that lead nowhere, as they are listed. */
    List<PendingReference> pendingReferences(long owner) {
        return pendingReferences.getOrDefault(owner, List.of());
    }

    void replacePendingReferences(Set<Long> owners, List<PendingReference> references) {
        pendingReferences.keySet().removeAll(owners);
        references.forEach(reference -> pendingReferences
                .computeIfAbsent(reference.owner(), unused -> new ArrayList<>())
                .add(reference));
    }

    /** Notes that the same rules evaluated everything before: what has not changed, and failed for nobody, is up to date. */
    void noteUpToDate(List<ObjectError> open) {
        isUpToDate = true;
        noteFailed(open);
    }

    void noteFailed(List<ObjectError> errors) {
        for (ObjectError error : errors) {
            failed.add(error.isOfObject() ? error.object() : -error.identity());
        }
    }

    /** Whether an identity with these accounts is up to date but for what changed. */
    boolean isUpToDate(long identity, List<ConnectorSpaceObject> accounts) {
        return isUpToDate && !failed.contains(-identity)
                && accounts.stream().noneMatch(account -> failed.contains(account.id()));
    }

    /** Whose each value is that one system's account reserved in another system. */
    Map<Reservation, Long> reservedElsewhere() {
        return reservedElsewhere;
    }

    Workers workers() {
        return workers;
    }

    Numbers numbers() {
        return numbers;
    }
}
