package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.platform.engine.operations.ShownObject.ChangedAttribute;
import org.syncline.platform.engine.operations.ShownObject.PendingChange;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
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
     * @param results the identities concerned, before and after
     * @param changes what would change, and of which object
     * @param errors in words
     * @param digest stands for what would change: who commits by it commits exactly this
     * @param committed whether it was written
     */
    public record ShownPreview(
            List<Trace.Line> decisions, List<ShownResult> results, List<ShownChange> changes, List<String> errors,
            String digest, boolean committed) {}

    /** An identity before and after; all of its attributes that hold something in either. */
    public record ShownResult(String title, List<ShownValue> values) {}

    public record ShownValue(String attribute, String before, String after) {}

    /** @param change the import side for identities, the export side for accounts */
    public record ShownChange(String space, String title, PendingChange change) {}

    /** The preview of a stored object. */
    public ShownPreview preview(ConnectorSpaceObject object) {
        return show(Preview.of(object.id(), rules, keys(), store, clock.instant()), false);
    }

    /** The preview of a stored object as if its system had just reported these values; an empty text is no value. */
    public ShownPreview preview(ConnectorSpaceObject object, Map<String, List<String>> values) {
        return preview(List.of(new GivenObjects(store, rules).changed(object, values)));
    }

    /** The preview of objects that are given whole, stored or not. */
    public ShownPreview previewGiven(List<GivenObject> given) {
        GivenObjects objects = new GivenObjects(store, rules);
        return preview(given.stream().map(objects::given).toList());
    }

    private ShownPreview preview(Collection<Preview.Given> given) {
        return show(Preview.ofGiven(List.copyOf(given), rules, keys(), store, clock.instant()), false);
    }

    /**
     * Synchronizes a stored object for real, by itself, and keeps in the audit that it was done.
     *
     * @param digest of the preview that was seen; null to commit whatever there is
     * @param who does it
     * @throws OperationRefused if something else would change now than what was seen; nothing was written then
     */
    public ShownPreview commit(ConnectorSpaceObject object, String digest, String who) {
        Preview committed = Preview.commit(object, rules, keys(), store, clock.instant(), preview -> {
            String now = show(preview, true).digest();
            if (digest != null && !digest.equals(now)) {
                throw new OperationRefused("What would change is not what was previewed under " + digest
                        + " any more, it is " + now + ". Nothing was written; preview it again");
            }
        });
        ShownPreview shown = show(committed, true);
        store.runHistory().audit(new AuditRecord(
                clock.instant(), who, "commit preview", object.connector(), object.id(), object.title(),
                Joiner.state(object.link()), shown.changes().size() + " changes under " + shown.digest()));
        return shown;
    }

    private ObjectKeys keys() {
        return rules.prepared(ObjectKeys.class, ObjectKeys::new);
    }

    private static ShownPreview show(Preview preview, boolean committed) {
        List<ShownChange> changes = new ArrayList<>();
        preview.identities().forEach(change -> changes.add(show(change)));
        preview.objects().forEach(change -> show(change, changes));
        List<String> errors = preview.errors().stream()
                .map(error -> Preview.readable(error.title() + ": " + error.code() + ": " + error.message()))
                .toList();
        List<ShownResult> results = preview.identities().stream().map(Previewing::result).toList();
        return new ShownPreview(preview.lines(), results, changes, errors, digest(preview, changes), committed);
    }

    /** Numbers of what is new are made up in a preview and others when it is committed: they count for nothing. */
    private static String digest(Preview preview, List<ShownChange> changes) {
        StringBuilder all = new StringBuilder(changes.toString());
        preview.objects()
                .forEach(change -> all.append('\n').append(change.before() == null ? "new" : change.id()).append(' ')
                        .append(change.after() == null ? "goes" : Joiner.state(change.after().link())));
        String text = Preview.readable(all.toString());
        List<Long> added = new ArrayList<>();
        preview.identities().stream().filter(one -> one.before() == null).forEach(one -> added.add(one.id()));
        preview.objects().stream().filter(one -> one.before() == null).forEach(one -> added.add(one.id()));
        for (long id : added) {
            text = text.replaceAll("#" + id + "\\b", "#new");
        }
        return String.format("%016x", ContentHash.of(text).high());
    }

    private static ShownResult result(MetaverseChange change) {
        ObjectType type = (change.after() == null ? change.before() : change.after()).type();
        List<ShownValue> values = new ArrayList<>();
        for (AttributeDefinition attribute : type.attributes()) {
            String before = text(change.before(), attribute);
            String after = text(change.after(), attribute);
            if (!before.isEmpty() || !after.isEmpty()) {
                values.add(new ShownValue(attribute.name(), before, after));
            }
        }
        return new ShownResult(Preview.readable("#" + change.id()), values);
    }

    private static String text(MetaverseObject identity, AttributeDefinition attribute) {
        return identity == null || !identity.type().has(attribute.name())
                || !identity.attributes().get(attribute.name()).isPresent()
                        ? ""
                        : Preview.readable(Reasons.text(identity.attributes().get(attribute.name()), attribute));
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
