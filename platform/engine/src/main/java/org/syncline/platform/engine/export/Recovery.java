package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.guard.SentLately;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/**
 * After a death in the middle of an export: nobody knows whether what was sent arrived. Each object in flight is read back where the
 * system can read one object, and compared with what was sent of it: that it arrived wholly, in part or not. Elsewhere changes and
 * deletions are sent again, which does no harm; a draft waits for the next import, because it could have arrived and be called otherwise
 * by now.
 */
final class Recovery {
    private final ExportStep.Target target;
    private final ObjectKeys keys;
    private final Store store;
    private final SentLately sent;

    Recovery(ExportStep.Target target, ObjectKeys keys, Store store, SentLately sent) {
        this.target = target;
        this.keys = keys;
        this.store = store;
        this.sent = sent;
    }

    /**
     * Settles what can be settled.
     *
     * @return the drafts of which nobody knows yet whether they arrived: they must not be sent before an import has told
     */
    Set<Long> recover() {
        Map<Long, SentImage> inFlight = store.runHistory().inFlight(target.name());
        if (inFlight.isEmpty()) {
            return Set.of();
        }
        Set<Long> unknown = new TreeSet<>();
        List<ConnectorSpaceChange> found = new ArrayList<>();
        NewNames names = target.newNames(keys, store);
        for (ConnectorSpaceObject before : store.connectorSpace().load(inFlight.keySet())) {
            SentImage image = known(before, inFlight.get(before.id()));
            ConnectorSpaceObject after = recovered(before, image, names);
            if (after.isDraft()) {
                unknown.add(after.id());
            }
            if (!after.equals(before)) {
                found.add(keys.change(before, after.isOver() ? null : after));
            }
        }
        Set<Long> settled = new TreeSet<>(inFlight.keySet());
        settled.removeAll(unknown);
        List<ConnectorSpaceChange> changes = names.withReferrers(found);
        store.inTransaction(() -> {
            store.connectorSpace().write(changes);
            names.writeBelow(moved -> {});
            store.metaverse().markForEvaluation(names.awake());
            Departed.note(changes, store.runHistory());
            store.runHistory().settle(target.name(), settled);
            sent.note(names.arrivedAsSent());
        });
        return unknown;
    }

    /** Of before images were kept, what is pending is what was sent. */
    private static SentImage known(ConnectorSpaceObject object, SentImage image) {
        return image.sent().isNone()
                ? new SentImage(object.id(), object.type(), object.hologram().pendingExport())
                : image;
    }

    private ConnectorSpaceObject recovered(ConnectorSpaceObject before, SentImage image, NewNames names) {
        return target.has(Capability.READ_ONE) ? readBack(before, image, names) : sentAgain(before, image, names);
    }

    private ConnectorSpaceObject readBack(ConnectorSpaceObject before, SentImage image, NewNames names) {
        Optional<ImportedChange.Whole> read =
                target.connector().readOne(before.type().name(), before.anchor(), Arrival.name(before, image));
        if (read.isEmpty()) {
            return before.isDraft() ? before : names.arrived(before, image, null);
        }
        Attributes present = read.get().attributes().as(before.type());
        if (before.isDraft() && (!Arrival.isOf(before, image, present) || isStaged(before, read.get()))) {
            return before;
        }
        ConnectorSpaceObject accepted = names.arrived(before, image, present);
        Attributes wanted = Arrival.wantedNow(before.isDraft() ? before : accepted, present);
        return accepted.with(accepted.hologram().stage(present).want(wanted))
                .with(read.get().anchor())
                .withDraft(null)
                .reported(ContentHash.UNKNOWN);
    }

    /** Whether it is another object that has the name by now. */
    private boolean isStaged(ConnectorSpaceObject draft, ImportedChange.Whole read) {
        ContentHash key = Keys.anchor(target.name(), draft.type().name(), read.anchor());
        return store.connectorSpace().find(List.of(key)).getOrDefault(key, List.of()).stream()
                .anyMatch(id -> id != draft.id());
    }

    /** What is wanted as it was sent stays pending; what is wanted otherwise since counts as arrived, so that it is undone. */
    private static ConnectorSpaceObject sentAgain(ConnectorSpaceObject before, SentImage image, NewNames names) {
        Attributes exported = before.hologram().exported();
        Attributes wanted = before.hologram().wanted();
        if (before.isDraft() || exported == null || wanted == null || image.sent().kind() != Delta.Kind.UPDATE) {
            return before;
        }
        Attributes outcome = image.sent().applyTo(exported, before.type());
        Delta superseded = image.sent().without(change -> wanted.get(change.attribute())
                .equals(outcome.get(change.attribute())));
        return names.arrived(before, new SentImage(image.object(), image.type(), superseded), outcome);
    }
}
