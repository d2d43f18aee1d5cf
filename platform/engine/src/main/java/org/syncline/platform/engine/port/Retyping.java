package org.syncline.platform.engine.port;

import java.util.ArrayList;
import java.util.List;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Delta.AttributeChange;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Gives objects in the types of the current rules; those of types the rules no longer have stay as they are. */
public record Retyping(TypeSource types) {

    public ConnectorSpaceObject current(ConnectorSpaceObject object) {
        ObjectType from = object.type();
        return as(types.connectorSpace(object.connector(), from.name()).orElse(from), object);
    }

    public static ConnectorSpaceObject as(ObjectType to, ConnectorSpaceObject object) {
        if (object.type().equals(to)) {
            return object;
        }
        Attributes draft = object.draft() == null ? null : object.draft().as(to);
        return object.withDraft(draft).with(hologram(object.hologram(), to));
    }

    public SentImage current(String connector, SentImage image) {
        ObjectType to = types.connectorSpace(connector, image.type().name()).orElse(image.type());
        return new SentImage(image.object(), to, delta(image.sent(), image.type(), to));
    }

    private static Hologram hologram(Hologram hologram, ObjectType to) {
        ObjectType from = hologram.type();
        return new Hologram(
                to,
                hologram.known() == null ? null : hologram.known().as(to),
                delta(hologram.pendingImport(), from, to),
                delta(hologram.unconfirmedExport(), from, to),
                delta(hologram.pendingExport(), from, to));
    }

    private static Delta delta(Delta delta, ObjectType from, ObjectType to) {
        return switch (delta.kind()) {
            case NONE, DELETE -> delta;
            case ADD -> Delta.add(changes(delta, from, to));
            case UPDATE -> Delta.update(changes(delta, from, to));
        };
    }

    private static List<AttributeChange> changes(Delta delta, ObjectType from, ObjectType to) {
        List<AttributeChange> changes = new ArrayList<>();
        for (AttributeChange change : delta.changes()) {
            int attribute = to.indexOf(from.attribute(change.attribute()).name());
            if (attribute >= 0) {
                changes.add(new AttributeChange(attribute, change.added(), change.removed()));
            }
        }
        return changes;
    }

    public MetaverseObject current(MetaverseObject object) {
        ObjectType from = object.type();
        return as(types.metaverse(from.name()).orElse(from), object);
    }

    public static MetaverseObject as(ObjectType to, MetaverseObject object) {
        return object.type().equals(to) ? object : object.with(object.attributes().as(to), lineage(object, to));
    }

    private static List<List<Lineage>> lineage(MetaverseObject object, ObjectType to) {
        List<List<Lineage>> lineage = new ArrayList<>();
        for (int index = 0; index < to.size(); index++) {
            int before = object.type().indexOf(to.attribute(index).name());
            lineage.add(before < 0 ? List.of() : object.lineage().get(before));
        }
        return lineage;
    }
}
