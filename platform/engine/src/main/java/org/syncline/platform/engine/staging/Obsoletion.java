package org.syncline.platform.engine.staging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.page.Departed;
import org.syncline.platform.engine.page.NewNames;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** What becomes of the objects that a full import which ended well did not see; in pages of their own. */
final class Obsoletion {
    private static final int PAGE = 500;

    private final StagingTools tools;
    private final SeenIndex index;
    private final Instant now;
    private final Counters counters = new Counters();

    Obsoletion(StagingTools tools, SeenIndex index, Instant now) {
        this.tools = tools;
        this.index = index;
        this.now = now;
    }

    /** Stages the deletion of every object that was not seen. */
    Counters stage() {
        List<Long> unseen = index.unseen();
        for (int from = 0; from < unseen.size(); from += PAGE) {
            stage(unseen.subList(from, Math.min(from + PAGE, unseen.size())));
        }
        ConnectorSpace space = tools.store().connectorSpace();
        String connector = tools.connector().name();
        for (List<Long> ids = space.withoutAnchor(connector, 0, PAGE); !ids.isEmpty(); ids =
                space.withoutAnchor(connector, ids.getLast(), PAGE)) {
            stage(ids);
        }
        return counters;
    }

    private void stage(List<Long> ids) {
        List<ConnectorSpaceObject> objects = tools.store().connectorSpace().load(ids).stream()
                .filter(tools.scope()::covers)
                .toList();
        Matches appeared = appeared(objects);
        List<ConnectorSpaceChange> staged = new ArrayList<>();
        NewNames accepted = tools.underway().newNames();
        for (ConnectorSpaceObject before : objects) {
            ConnectorSpaceObject other = becameAnother(before, appeared);
            ConnectorSpaceObject after = other == null ? unseen(before, accepted) : merged(before, other, staged);
            if (!after.equals(before)) {
                counters.count(other == null ? Staging.counter(before, after) : Counter.STAGE_DELETE_ADD, before);
                staged.add(tools.keys().change(before, after.isOver() ? null : after));
            }
        }
        List<ConnectorSpaceChange> changes = accepted.withReferrers(staged);
        if (!changes.isEmpty()) {
            tools.store().inTransaction(() -> {
                tools.store().connectorSpace().write(changes);
                Departed.note(changes, tools.store().runHistory());
                tools.lately().note(changes);
                tools.sent().note(accepted.arrivedAsSent());
                tools.store().metaverse().markForEvaluation(tools.confirmations().concerned(changes));
                tools.store().metaverse().markForEvaluation(accepted.awake());
            });
        }
    }

    private ConnectorSpaceObject unseen(ConnectorSpaceObject before, NewNames accepted) {
        return before.hologram().isUnseenAdd()
                ? unconfirmed(before)
                : before.anchor() == null ? before : moved(before).orElseGet(() -> gone(before, accepted));
    }

    private ConnectorSpaceObject gone(ConnectorSpaceObject before, NewNames accepted) {
        return seenNoMore(Staging.gone(tools.underway().accepted(before, null, accepted)));
    }

    /** Who left the partition that was read may be in another one, which is read at another time. */
    private Optional<ConnectorSpaceObject> moved(ConnectorSpaceObject before) {
        boolean asked = tools.scope().isPart()
                && tools.reads().arePossible()
                && before.hologram().imported() != null;
        return asked
                ? tools.reads()
                        .read(before.type().name(), before.anchor(), null)
                        .map(read -> Staging.stage(before, read, ContentHash.of(read.attributes())))
                : Optional.empty();
    }

    private static ConnectorSpaceObject seenNoMore(ConnectorSpaceObject gone) {
        return gone.with(gone.presence().withDisplaced(false));
    }

    /** An account that was accepted and never seen: it is read back; if it is not there, provisioning decides anew. */
    private ConnectorSpaceObject unconfirmed(ConnectorSpaceObject before) {
        if (tools.reads().arePossible()) {
            return tools.reads()
                    .read(before.type().name(), before.anchor(), before.dn())
                    .filter(read -> isThis(before, read))
                    .map(read -> staged(before, read))
                    .orElseGet(() -> lost(before));
        }
        Instant accepted = before.presence().addAccepted();
        boolean mayStillAppear =
                accepted != null && now.isBefore(accepted.plus(tools.connector().confirmWithin()));
        return mayStillAppear ? before : lost(before);
    }

    /** Whether it is not another object that has its name by now. */
    private boolean isThis(ConnectorSpaceObject before, ImportedChange.Whole read) {
        return before.anchor() != null
                ? before.anchor().equals(read.anchor())
                : index.id(index.slot(Keys.anchor(before.connector(), before.type().name(), read.anchor()))) == 0;
    }

    private static ConnectorSpaceObject staged(ConnectorSpaceObject before, ImportedChange.Whole read) {
        ConnectorSpaceObject staged =
                Staging.stage(before.with(read.anchor()), read, ContentHash.of(read.attributes()));
        return staged.with(staged.presence().withAddAccepted(null));
    }

    private static ConnectorSpaceObject lost(ConnectorSpaceObject before) {
        return before.with(before.hologram().lost())
                .with(before.presence().withAddAccepted(null))
                .reported(ContentHash.UNKNOWN);
    }

    /** The objects of this import that have the anchors of unseen ones, but another type. */
    private Matches appeared(List<ConnectorSpaceObject> unseen) {
        Matches appeared = new Matches(tools.store().connectorSpace());
        Set<Long> ids = new HashSet<>();
        for (ConnectorSpaceObject object : unseen) {
            for (ContentHash key : otherKeys(object)) {
                int slot = index.slot(key);
                if (index.id(slot) != 0 && index.wasSeen(slot)) {
                    appeared.note(key, index.id(slot));
                    ids.add(index.id(slot));
                }
            }
        }
        appeared.load(ids);
        return appeared;
    }

    private List<ContentHash> otherKeys(ConnectorSpaceObject object) {
        return object.anchor() == null
                ? List.of()
                : tools.typeChanges().otherKeys(object.type().name(), object.anchor());
    }

    private ConnectorSpaceObject becameAnother(ConnectorSpaceObject gone, Matches appeared) {
        Optional<ConnectorSpaceObject> another = otherKeys(gone).stream()
                .map(appeared::find)
                .filter(object -> object != null
                        && TypeChanges.isNew(object)
                        && gone.hologram().known() != null
                        && tools.typeChanges().canBecome(gone, object.type().name()))
                .findFirst();
        return another.orElse(null);
    }

    private ConnectorSpaceObject merged(
            ConnectorSpaceObject gone, ConnectorSpaceObject appeared, List<ConnectorSpaceChange> changes) {
        counters.add(Counter.STAGE_ADD, -1);
        changes.add(tools.keys().change(appeared, null));
        return TypeChanges.retyped(gone, appeared.hologram().imported(), appeared.lastReport());
    }
}
