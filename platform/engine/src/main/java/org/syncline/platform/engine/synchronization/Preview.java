package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * What synchronizing one object would do, and why: the same computation as the real one, not written. New objects and identities
 * have made-up numbers, unless it may be committed.
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

    /** Evaluates one identity without writing. */
    public static Preview ofIdentity(long identity, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        return of(Batch.of(Batch.Segment.EVALUATIONS, List.of(identity)), List.of(), rules, keys, store, now);
    }

    private static Preview of(
            Batch batch, List<Given> given, PinnedRules rules, ObjectKeys keys, Store store, Instant now) {
        Trace trace = Trace.on();
        Synchronization synchronization = new Synchronization(store, rules, keys, now, trace);
        return of(new Synchronizer(synchronization).synchronize(batch, given), trace);
    }

    private static Preview of(Page page, Trace trace) {
        List<Trace.Line> lines = trace.lines().stream()
                .map(line -> new Trace.Line(line.phase(), readable(line.subject()), readable(line.text())))
                .toList();
        return new Preview(lines, trace.flows(), page.objectChanges(), page.identityChanges(), page.errors());
    }

    /**
     * Synchronizes one stored object, and writes exactly what the preview says if it is approved.
     *
     * @param approved is shown the preview, and says whether it is committed
     * @throws StoreException if an object or identity of the preview changed since it was read; nothing was written then
     */
    public static Preview commit(
            ConnectorSpaceObject object, PinnedRules rules, ObjectKeys keys, Store store, Instant now,
            Predicate<Preview> approved) {
        Trace trace = Trace.on();
        Synchronization synchronization =
                new Synchronization(store, rules, keys, now, trace, Numbers.reservedIn(store));
        Page page =
                new Synchronizer(synchronization).synchronize(Batch.of(Batch.Segment.BREAKS, List.of(object.id())));
        Preview preview = of(page, trace);
        if (approved.test(preview)) {
            store.inTransaction(() -> {
                page.refuseIfStale();
                page.write(object.connector(), true);
            });
        }
        return preview;
    }

    /** A text without the digits of made-up numbers. */
    public static String readable(String text) {
        return Numbers.readable(text);
    }
}
