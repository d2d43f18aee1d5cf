package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    /** Null if this is the one whose pages are written in any case. */
    private final Synchronization present;
    private final Runnable beforeAsking;
    private final Map<String, ImportState> states;
    private final Map<String, Boolean> disconnected;
    private final Map<String, Map<Long, SentImage>> inFlight;
    private final Map<Long, List<PendingReference>> pendingReferences;
    private final Set<Long> failed;
    private final Map<Long, List<PendingReference>> heldBack;
    private final Map<Reservation, Long> reservedElsewhere = new ConcurrentHashMap<>();
    private volatile boolean leftSomebody;
    private boolean isUpToDate;
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
        this.present = null;
        this.beforeAsking = () -> {};
        this.workers = workers;
        this.store = store;
        this.rules = rules;
        this.index = rules.prepared(RuleIndex.class, RuleIndex::new);
        this.keys = keys;
        this.now = now;
        this.trace = trace;
        this.numbers = numbers;
        this.states = new ConcurrentHashMap<>();
        this.disconnected = new ConcurrentHashMap<>();
        this.inFlight = new ConcurrentHashMap<>();
        this.failed = ConcurrentHashMap.newKeySet();
        this.pendingReferences = new ConcurrentHashMap<>();
        this.heldBack = new HashMap<>();
        for (String connector : rules.ruleset().connectors().keySet()) {
            List<PendingReference> references = store.runHistory().pendingReferences(connector);
            pendingReferences.putAll(byOwner(references));
            heldBack.putAll(byOwner(references.stream().filter(PendingReference::isHeldBack).toList()));
        }
    }

    private Synchronization(Synchronization present, Runnable beforeAsking) {
        this.present = present;
        this.beforeAsking = beforeAsking;
        this.workers = new Workers(1);
        this.store = present.store;
        this.rules = present.rules;
        this.index = present.index;
        this.keys = present.keys;
        this.now = present.now;
        this.trace = Trace.off();
        this.numbers = Numbers.madeUp();
        this.states = present.states;
        this.disconnected = present.disconnected;
        this.inFlight = present.inFlight;
        this.failed = present.failed;
        this.pendingReferences = present.pendingReferences;
        this.heldBack = present.heldBack;
        this.isUpToDate = present.isUpToDate;
    }

    /**
     * For a page that is evaluated before its turn: what it reserves, and the numbers it gives, count for nobody.
     *
     * @param beforeAsking done before it asks the store for anything
     */
    Synchronization aside(Runnable beforeAsking) {
        return new Synchronization(this, beforeAsking);
    }

    /** Whether a page that was evaluated aside gave no number and reserved nothing that counts beyond it. */
    boolean reservedNothing() {
        return !numbers.wereGiven() && reservedElsewhere.isEmpty();
    }

    private static Map<Long, List<PendingReference>> byOwner(List<PendingReference> references) {
        return references.stream().collect(Collectors.groupingBy(PendingReference::owner));
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
        beforeAsking.run();
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

    /** What is asked for once. Asking may have to wait for a page to be written, and nobody is to wait for whoever does. */
    private static <V> V known(Map<String, V> known, String connector, Function<String, V> asking) {
        V value = known.get(connector);
        if (value == null) {
            V asked = asking.apply(connector);
            V meanwhile = known.putIfAbsent(connector, asked);
            value = meanwhile == null ? asked : meanwhile;
        }
        return value;
    }

    ImportState state(String connector) {
        return known(states, connector, name -> store().watermarks().of(rules.ruleset().connectors().get(name)));
    }

    /** Whether a connector has objects that belong to nobody, and of which that was decided. */
    boolean mayBeDisconnected(String connector) {
        return hasLeftSomebody()
                || known(disconnected, connector, name -> store().connectorSpace().counts(name).stream()
                        .anyMatch(count -> count.objects() > count.joined() + count.pendingImports()));
    }

    /** Whether an object was left to itself in this step. */
    boolean hasLeftSomebody() {
        return present == null ? leftSomebody : present.hasLeftSomebody();
    }

    /** Notes that an object was left to itself. */
    void noteLeftToItself() {
        leftSomebody = true;
    }

    /** Whether its deletion was sent when a process died, and nobody knows whether it arrived. */
    boolean mayBeDeleted(ConnectorSpaceObject object) {
        SentImage image = inFlightOf(object.connector()).get(object.id());
        return image != null && image.sent().kind() == Delta.Kind.DELETE;
    }

    private Map<Long, SentImage> inFlightOf(String connector) {
        return known(inFlight, connector, name -> store().runHistory().inFlight(name));
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
        pendingReferences.putAll(byOwner(references));
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

    /** The identity for which one system's account reserved a value in another system; null if none did. */
    Long holderElsewhere(Reservation value) {
        Long holder = reservedElsewhere.get(value);
        return holder == null && present != null ? present.holderElsewhere(value) : holder;
    }

    /** Reserves a value in another system than that of the account, unless somebody has it. */
    void reserveElsewhere(Reservation value, long identity) {
        if (holderElsewhere(value) == null) {
            reservedElsewhere.put(value, identity);
        }
    }

    Workers workers() {
        return workers;
    }

    Numbers numbers() {
        return numbers;
    }
}
