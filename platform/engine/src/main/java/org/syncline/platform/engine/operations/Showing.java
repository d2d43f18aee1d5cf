package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.platform.engine.operations.ShownObject.ChangedAttribute;
import org.syncline.platform.engine.operations.ShownObject.PendingChange;
import org.syncline.platform.engine.operations.ShownObject.ShownAttribute;
import org.syncline.platform.engine.operations.ShownObject.ShownError;
import org.syncline.platform.engine.operations.ShownObject.ShownLink;
import org.syncline.platform.engine.operations.ShownObject.ShownReference;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** Shows what is stored. Reads page by page, so that any number of objects can be shown. */
public final class Showing {
    private static final int PAGE = 500;

    private final Store store;
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which the days of conditions begin */
    public Showing(Store store, Clock clock, ZoneId zone) {
        this.store = store;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Shows identities.
     *
     * @param where condition over an identity, compiled by name; null for all
     * @return how many were shown
     */
    public long metaverse(Expression where, Consumer<ShownObject> shown) {
        long count = 0;
        for (List<Long> ids = store.metaverse().all(0, PAGE); !ids.isEmpty(); ids =
                store.metaverse().all(ids.getLast(), PAGE)) {
            for (MetaverseObject identity : store.metaverse().load(ids)) {
                if (matches(where, identity.attributes(), null)) {
                    shown.accept(show(identity));
                    count++;
                }
            }
        }
        return count;
    }

    /**
     * Shows the objects of a connector.
     *
     * @param where condition over an object, compiled by name; null for all
     * @return how many were shown
     */
    public long connectorSpace(String connector, Expression where, Consumer<ShownObject> shown) {
        List<ObjectError> errors = store.runHistory().errors(connector);
        List<PendingReference> references = store.runHistory().pendingReferences(connector);
        long count = 0;
        for (List<Long> ids = store.connectorSpace().all(connector, 0, PAGE); !ids.isEmpty(); ids =
                store.connectorSpace().all(connector, ids.getLast(), PAGE)) {
            for (ConnectorSpaceObject object : store.connectorSpace().load(ids)) {
                if (matches(where, latest(object), object)) {
                    shown.accept(show(object, errors, references));
                    count++;
                }
            }
        }
        return count;
    }

    private boolean matches(Expression where, Attributes attributes, ConnectorSpaceObject object) {
        if (where == null) {
            return true;
        }
        return where.holds(Evaluation.at(new Present(clock.instant(), zone))
                .anchor(object == null ? null : object.anchor())
                .names(name -> attributes != null && attributes.type().has(name)
                        ? attributes.get(name)
                        : Absence.NULL));
    }

    private static Attributes latest(ConnectorSpaceObject object) {
        Attributes imported = object.hologram().imported();
        return imported != null
                ? imported
                : object.hologram().wanted() != null ? object.hologram().wanted() : object.draft();
    }

    ShownObject show(MetaverseObject identity) {
        List<ShownLink> links = new ArrayList<>();
        for (ConnectorSpaceObject account : store.connectorSpace().accountsOf(List.of(identity.id()))) {
            links.add(new ShownLink(
                    account.connector(),
                    account.type().name(),
                    account.id(),
                    account.title(),
                    account.link().origin().name().toLowerCase(Locale.ROOT)));
        }
        return new ShownObject(
                identity.id(),
                "metaverse",
                identity.type().name(),
                "#" + identity.id(),
                identity.isEnding() ? "ending since " + identity.endingSince() : "living",
                identity.id(),
                attributes(identity.attributes(), identity.lineage()),
                List.of(),
                links,
                List.of(),
                List.of());
    }

    private ShownObject show(ConnectorSpaceObject object, List<ObjectError> errors, List<PendingReference> references) {
        Attributes shown = latest(object);
        List<PendingChange> pending = new ArrayList<>();
        add(pending, "import", object.hologram().pendingImport(), object.type());
        add(pending, "unconfirmed export", object.hologram().unconfirmedExport(), object.type());
        add(pending, "export", object.hologram().pendingExport(), object.type());
        return new ShownObject(
                object.id(),
                object.connector(),
                object.type().name(),
                object.title(),
                state(object),
                object.link().identity(),
                shown == null ? List.of() : attributes(shown, List.of()),
                pending,
                List.of(),
                errors.stream()
                        .filter(error -> error.isOfObject()
                                ? error.object() == object.id()
                                : error.identity() != 0 && error.identity() == object.link().identity())
                        .map(error -> new ShownError(
                                error.origin().name().toLowerCase(Locale.ROOT),
                                error.code(),
                                error.message(),
                                error.rule()))
                        .toList(),
                references.stream()
                        .filter(reference -> reference.owner() == object.id())
                        .map(reference -> new ShownReference(reference.attribute(), reference.key(),
                                reference.reason()))
                        .toList());
    }

    private static String state(ConnectorSpaceObject object) {
        String link = object.link().state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return object.presence().displaced()
                ? link + ", transient: another object was reported under its name; its exports wait until its own rename"
                        + " or deletion is imported"
                : link;
    }

    private static List<ShownAttribute> attributes(Attributes attributes, List<List<Lineage>> lineage) {
        List<ShownAttribute> shown = new ArrayList<>();
        for (int index = 0; index < attributes.type().size(); index++) {
            Content content = attributes.get(index);
            if (content.isPresent()) {
                AttributeDefinition definition = attributes.type().attribute(index);
                shown.add(new ShownAttribute(
                        definition.name(),
                        texts(content.asList(), definition),
                        lineage.isEmpty() ? List.of() : lineage.get(index).stream().map(Showing::text).toList()));
            }
        }
        return shown;
    }

    private static String text(Lineage lineage) {
        return "#" + lineage.contributor() + " by " + lineage.rule() + ", rules " + lineage.rulesetVersion() + ", "
                + lineage.changed();
    }

    private static List<String> texts(List<Value> values, AttributeDefinition definition) {
        return values.stream().map(value -> Reasons.text(value, definition)).toList();
    }

    private static void add(List<PendingChange> pending, String direction, Delta delta, ObjectType type) {
        if (!delta.isNone()) {
            pending.add(pending(direction, delta, type));
        }
    }

    static PendingChange pending(String direction, Delta delta, ObjectType type) {
        List<ChangedAttribute> changes = delta.changes().stream()
                .map(change -> new ChangedAttribute(
                        type.attribute(change.attribute()).name(),
                        texts(change.added(), type.attribute(change.attribute())),
                        texts(change.removed(), type.attribute(change.attribute()))))
                .toList();
        return new PendingChange(direction, delta.kind().name().toLowerCase(Locale.ROOT), changes);
    }
}
