package org.syncline.platform.engine.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Delta.AttributeChange;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Value;

/** Whether what was sent, without an answer, is what the system has now. */
public final class Arrival {
    private Arrival() {}

    /**
     * Whether an object holds everything that a draft was sent with. Its secrets nobody can compare, and its references may have been
     * held back until their targets exist.
     */
    public static boolean isOf(ConnectorSpaceObject draft, SentImage image, Attributes reported) {
        Attributes sent = created(draft, image);
        if (sent == null) {
            return false;
        }
        for (int index = 0; index < sent.type().size(); index++) {
            List<Value> values = sent.get(index).asList();
            boolean mayDiffer = sent.type().attribute(index).type() == AttributeType.REFERENCE
                    || values.stream().anyMatch(GeneratedSecret.class::isInstance);
            if (!mayDiffer && !reported.get(index).asList().containsAll(values)) {
                return false;
            }
        }
        return true;
    }

    /** What an object was called when it was sent; a draft may be wanted under another name by now. Null for nothing. */
    public static String name(ConnectorSpaceObject object, SentImage image) {
        Attributes created = object.isDraft() ? created(object, image) : null;
        return created == null ? object.dn() : created.dn();
    }

    /** What a draft was sent as, whatever it has become since; null where it is not known. */
    public static Attributes created(ConnectorSpaceObject draft, SentImage image) {
        return image.sent().kind() == Delta.Kind.ADD
                ? image.sent().applyTo(null, draft.type())
                : draft.hologram().wanted();
    }

    /**
     * The object with that part of a sent change accepted that the system has; as it is where it has nothing of it.
     *
     * @param present what the system has; null where it has no such object
     */
    static ConnectorSpaceObject accepted(ConnectorSpaceObject before, SentImage image, Attributes present) {
        Delta arrived = arrived(image.sent(), present);
        if (arrived.isNone()) {
            return before;
        }
        Hologram accepted = before.hologram().accept(arrived);
        boolean isGone = arrived.kind() == Delta.Kind.DELETE;
        return before.with(isGone ? accepted.want(null) : accepted).reported(ContentHash.UNKNOWN);
    }

    /** The object with what was sent of it pending, whatever is pending now. */
    static ConnectorSpaceObject asSent(ConnectorSpaceObject object, SentImage image) {
        return object.with(object.hologram().sending(image.sent()));
    }

    /** The part of a sent change that a system has, value by value: the whole, some of it, or nothing. */
    static Delta arrived(Delta sent, Attributes present) {
        return switch (sent.kind()) {
            case NONE -> sent;
            case DELETE -> present == null ? sent : Delta.none();
            case ADD -> present == null ? Delta.none() : Delta.add(arrived(sent.changes(), present));
            case UPDATE -> present == null ? Delta.none() : Delta.update(arrived(sent.changes(), present));
        };
    }

    private static List<AttributeChange> arrived(List<AttributeChange> sent, Attributes present) {
        List<AttributeChange> arrived = new ArrayList<>();
        for (AttributeChange change : sent) {
            Set<Value> there = new HashSet<>(present.get(change.attribute()).asList());
            List<Value> added = change.added().stream().filter(there::contains).toList();
            List<Value> removed = change.removed().stream().filter(value -> !there.contains(value)).toList();
            boolean replaced = !present.type().attribute(change.attribute()).multiValued()
                    && added.size() < change.added().size();
            if (!replaced && (!added.isEmpty() || !removed.isEmpty())) {
                arrived.add(new AttributeChange(change.attribute(), added, removed));
            }
        }
        return arrived;
    }

    /** Whether it was sent, but its identity wants it no more: it must go again if it arrived. */
    public static boolean isUnwanted(ConnectorSpaceObject object) {
        return object.isDraft() && !object.link().isJoined();
    }

    /**
     * What is wanted of an account that was sent and exists: what was to change is changed, and nothing else.
     *
     * @param present what it holds
     * @return null if it is to be deleted
     */
    public static Attributes wantedNow(ConnectorSpaceObject sent, Attributes present) {
        Hologram hologram = sent.hologram();
        if (hologram.wanted() == null || isUnwanted(sent)) {
            return null;
        }
        return sent.isDraft()
                ? created(hologram.wanted(), present)
                : hologram.pendingExport().applyTo(present, sent.type());
    }

    /** Secrets are for accounts that are created, it keeps what it has; and what the draft says nothing of is the system's own. */
    private static Attributes created(Attributes draft, Attributes present) {
        Attributes.Builder created = draft.toBuilder();
        for (int index = 0; index < draft.type().size(); index++) {
            boolean isSecret = draft.get(index).asList().stream().anyMatch(GeneratedSecret.class::isInstance);
            if (isSecret || !draft.get(index).isPresent()) {
                created.set(index, present.get(index));
            }
        }
        return created.build();
    }
}
