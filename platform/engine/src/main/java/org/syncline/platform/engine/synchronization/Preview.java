package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * What synchronizing one object would do, and why: the same computation as the real one, not written, with what follows for those who
 * depend on it. New objects and identities have made-up numbers, unless it may be committed.
 *
 * @param lines every decision, in order
 * @param flows what became of every attribute flow
 * @param objects the connector-space objects that would change
 * @param identities the identities that would change
 */
public record Preview(
        List<Trace.Line> lines,
        List<Trace.Flow> flows,
        List<ConnectorSpaceChange> objects,
        List<MetaverseChange> identities,
        List<ObjectError> errors) {

    /**
     * An object that is taken otherwise than it is stored.
     *
     * @param before as it is stored; unseen for one that is not
     * @param after as it is taken
     */
    public record Given(ConnectorSpaceObject before, ConnectorSpaceObject after) {}

    /** Synchronizes one stored object without writing. */
    public static Preview of(long object, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        return of(Batch.of(Batch.Segment.BREAKS, List.of(object)), List.of(), rules, keys, store, now);
    }

    /** Synchronizes objects together, as they are given, without writing. */
    public static Preview ofGiven(List<Given> given, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        List<Long> ids = given.stream().map(each -> each.before().id()).toList();
        return of(Batch.of(Batch.Segment.BREAKS, ids), given, rules, keys, store, now);
    }

    /** Evaluates one identity without writing, and nobody that depends on it. */
    public static Preview ofIdentity(long identity, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        Trace trace = Trace.on();
        Synchronization synchronization = new Synchronization(store, rules, keys, now, trace);
        Page page = new Synchronizer(synchronization)
                .synchronize(Batch.of(Batch.Segment.EVALUATIONS, List.of(identity)));
        return of(List.of(page), keys, trace);
    }

    private static Preview of(
            Batch batch, List<Given> given, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        Trace trace = Trace.on();
        TypeSource types = TypeSource.of(rules::ruleset);
        try (Store overlay = new OverlayStore(
                store, new MemoryStore(types), types, rules.ruleset().connectors().keySet())) {
            Synchronization synchronization = new Synchronization(overlay, rules, keys, now, trace);
            Synchronizer synchronizer = new Synchronizer(synchronization);
            Consequences consequences = new Consequences(
                    synchronizer, trace, page -> page.changes(Mended.NOTHING).show(synchronization));
            return of(consequences.of(synchronizer.synchronize(batch, given)), keys, trace);
        }
    }

    private static Preview of(List<Page> pages, ObjectKeys keys, Trace trace) {
        List<Trace.Line> lines = trace.lines().stream()
                .map(line -> new Trace.Line(line.phase(), readable(line.subject()), readable(line.text())))
                .toList();
        return new Preview(lines, trace.flows(), objects(pages, keys), identities(pages, keys),
                pages.stream().flatMap(page -> page.errors().stream()).toList());
    }

    private static List<ConnectorSpaceChange> objects(List<Page> pages, ObjectKeys keys) {
        Map<Long, ConnectorSpaceChange> changes = new TreeMap<>();
        pages.forEach(page -> page.objectChanges().forEach(change -> changes.merge(
                change.id(), change, (first, last) -> keys.change(first.before(), last.after()))));
        return changes.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static List<MetaverseChange> identities(List<Page> pages, ObjectKeys keys) {
        Map<Long, MetaverseChange> changes = new TreeMap<>();
        pages.forEach(page -> page.identityChanges().forEach(change -> changes.merge(
                change.id(), change, (first, last) -> keys.change(first.before(), last.after()))));
        return changes.values().stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /**
     * Synchronizes one stored object, and whoever that wakes, for real: what was written is taken back if it is not approved.
     *
     * @param approval is shown what was done, and throws if it shall not stay
     * @throws StoreException if an object or identity changed while it was read; nothing was written then
     */
    public static Preview commit(
            ConnectorSpaceObject object, PinnedRules rules, ObjectKeys keys, Store store, Instant now,
            Consumer<Preview> approval) {
        List<Preview> done = new ArrayList<>();
        store.inTransaction(() -> {
            Trace trace = Trace.on();
            Synchronization synchronization =
                    new Synchronization(store, rules, keys, now, trace, Numbers.reservedIn(store));
            Synchronizer synchronizer = new Synchronizer(synchronization);
            Consequences consequences = new Consequences(synchronizer, trace, page -> {
                page.refuseIfStale();
                page.changes(Mended.by(page, synchronization.store().runHistory())).write(object.connector(),
                        synchronization);
            });
            Batch batch = Batch.of(Batch.Segment.BREAKS, List.of(object.id()));
            Preview preview = of(consequences.of(synchronizer.synchronize(batch)), keys, trace);
            approval.accept(preview);
            done.add(preview);
        });
        return done.getFirst();
    }

    /** A text without the digits of made-up numbers. */
    public static String readable(String text) {
        return Numbers.readable(text);
    }
}
