package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.TextValue;

/**
 * Lets objects that want each other's names swap them: one gets a name of the meantime first, so that the others can move on. Should it
 * not get its own name after all, the name of the meantime is what was done of its change. Used for one page.
 */
final class Aside {
    private static final String NAME = "renaming-";

    private final Sending sending;
    private final Map<Long, ConnectorSpaceObject> originals = new HashMap<>();
    private final Map<Long, Outcome.Accepted> moved = new HashMap<>();
    private final Set<Long> ids;

    /** @param ids gets the objects that left their names */
    Aside(Sending sending, Set<Long> ids) {
        this.sending = sending;
        this.ids = ids;
    }

    boolean contains(ConnectorSpaceObject object) {
        return moved.containsKey(object.id());
    }

    /** The object under its name of the meantime; null if the system refuses that. */
    ConnectorSpaceObject move(ConnectorSpaceObject object) {
        Delta.AttributeChange name = new Delta.AttributeChange(
                Nested.DN, List.of(new TextValue(meantime(object))), List.of(new TextValue(object.dn())));
        Hologram now = object.hologram();
        ConnectorSpaceObject toMove = object.with(now.sending(Delta.update(List.of(name))));
        if (!(sending.send(List.of(toMove)).getFirst() instanceof Outcome.Accepted accepted)) {
            return null;
        }
        originals.put(object.id(), object);
        moved.put(object.id(), accepted);
        ids.add(object.id());
        return object.with(now.accept(accepted.sent()));
    }

    private static String meantime(ConnectorSpaceObject object) {
        String rdn = DistinguishedName.rdn(object.dn());
        String parent = DistinguishedName.parent(object.dn());
        return rdn.substring(0, rdn.indexOf('=') + 1) + NAME + object.id() + (parent.isEmpty() ? "" : "," + parent);
    }

    /** An object as it was before it was moved; itself if it was not. */
    ConnectorSpaceObject original(ConnectorSpaceObject object) {
        return originals.getOrDefault(object.id(), object);
    }

    /** What became of an object that was moved and of which nothing else could be sent. */
    Outcome moved(ConnectorSpaceObject object) {
        return moved.get(object.id());
    }

    /** What became of the whole change of an object, of which the last part had this outcome. */
    Outcome whole(ConnectorSpaceObject object, Outcome last) {
        Outcome.Accepted first = moved.get(object.id());
        return first == null
                ? last
                : switch (last) {
                    case Outcome.Accepted some -> new Outcome.Accepted(
                            some.answer(), both(first.sent(), some.sent()), some.refused());
                    case Outcome.Refused nothing -> new Outcome.Accepted(
                            first.answer(), first.sent(), nothing.parts());
                };
    }

    private static Delta both(Delta first, Delta last) {
        List<Delta.AttributeChange> changes = new ArrayList<>(last.changes());
        if (last.change(Nested.DN) == null) {
            changes.add(first.change(Nested.DN));
        }
        return Delta.update(changes);
    }
}
