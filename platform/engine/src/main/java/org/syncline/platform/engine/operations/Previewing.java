package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.operations.ShownObject.ChangedAttribute;
import org.syncline.platform.engine.operations.ShownObject.PendingChange;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** Previews what synchronizing an object would do. */
public final class Previewing {
    private final Store store;
    private final PinnedRules rules;
    private final Clock clock;

    public Previewing(Store store, PinnedRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A preview as it is shown.
     *
     * @param decisions every decision, in order
     * @param changes what would change, and of which object
     * @param errors in words
     */
    public record ShownPreview(List<Trace.Line> decisions, List<ShownChange> changes, List<String> errors) {}

    /** @param change the import side for identities, the export side for accounts */
    public record ShownChange(String space, String title, PendingChange change) {}

    /** The preview of a staged object; empty if there is none with this anchor. */
    public Optional<ShownPreview> preview(ConnectorDefinition connector, String anchor) {
        for (ConnectedObjectType type : connector.objectTypes()) {
            ContentHash key = Keys.anchor(connector.name(), type.type().name(), new Anchor(anchor));
            List<Long> found = store.connectorSpace().find(List.of(key)).getOrDefault(key, List.of());
            if (!found.isEmpty()) {
                ObjectKeys keys = new ObjectKeys(rules.ruleset());
                return Optional.of(show(Preview.of(found.getFirst(), rules, keys, store, clock.instant())));
            }
        }
        return Optional.empty();
    }

    private static ShownPreview show(Preview preview) {
        List<ShownChange> changes = new ArrayList<>();
        preview.identities().forEach(change -> changes.add(show(change)));
        preview.objects().forEach(change -> show(change, changes));
        List<String> errors = preview.errors().stream()
                .map(error -> Preview.readable(error.title() + ": " + error.code() + ": " + error.message()))
                .toList();
        return new ShownPreview(preview.lines(), changes, errors);
    }

    private static ShownChange show(MetaverseChange change) {
        Attributes before = change.before() == null ? null : change.before().attributes();
        Attributes after = change.after() == null ? null : change.after().attributes();
        return new ShownChange(
                "metaverse",
                Preview.readable("#" + change.id()),
                pending("identity", Delta.between(before, after), (after == null ? before : after).type()));
    }

    private static void show(ConnectorSpaceChange change, List<ShownChange> changes) {
        if (change.after() != null && !change.after().hologram().pendingExport().isNone()) {
            changes.add(new ShownChange(
                    change.after().connector(),
                    Preview.readable(change.after().title()),
                    pending("export", change.after().hologram().pendingExport(), change.after().type())));
        }
    }

    private static PendingChange pending(String direction, Delta delta, ObjectType type) {
        PendingChange pending = Showing.pending(direction, delta, type);
        List<ChangedAttribute> changes = pending.changes().stream()
                .map(change -> new ChangedAttribute(
                        change.name(), readable(change.added()), readable(change.removed())))
                .toList();
        return new PendingChange(direction, pending.kind(), changes);
    }

    private static List<String> readable(List<String> texts) {
        return texts.stream().map(Preview::readable).toList();
    }
}
