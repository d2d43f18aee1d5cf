package org.syncline.schema.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one object of a connected system and what is under way, stored once and seen in four views. A view is null where
 * the object does not exist in it.
 *
 * @param type of the object
 * @param known what synchronization last saw; null while the object is new (MIM: synchronized hologram)
 * @param pendingImport what the system reported since, not yet synchronized
 * @param unconfirmedExport what the system accepted since, not yet reported back
 * @param pendingExport what is still to be sent
 */
public record Hologram(ObjectType type, Attributes known, Delta pendingImport, Delta unconfirmedExport,
        Delta pendingExport) {

    /** Of an object nobody has seen yet. */
    public static Hologram unseen(ObjectType type) {
        return new Hologram(type, null, Delta.none(), Delta.none(), Delta.none());
    }

    /** MIM: pending-import hologram. */
    public Attributes imported() {
        return pendingImport.applyTo(known, type);
    }

    /** MIM: unconfirmed-export hologram. */
    public Attributes exported() {
        return unconfirmedExport.applyTo(imported(), type);
    }

    /** What {@link #exported} holds of one attribute; null where the object does not exist in it. */
    public Content exported(int attribute) {
        Content imported = pendingImport.applyTo(known == null ? null : known.get(attribute), attribute, type);
        return unconfirmedExport.applyTo(imported, attribute, type);
    }

    /** MIM: unapplied-export hologram. */
    public Attributes wanted() {
        return pendingExport.applyTo(exported(), type);
    }

    /** The system reports the whole object, or null for its deletion. */
    public Hologram stage(Attributes reported) {
        Attributes confirmed = unconfirmedExport.applyTo(known, type);
        return new Hologram(type, confirmed, Delta.between(confirmed, reported), Delta.none(), pendingExport);
    }

    /**
     * The system reports single changed values; what it does not mention stays as it was, unconfirmed values unconfirmed. Those that it
     * mentions are confirmed, or contradicted by a pending import.
     */
    public Hologram patch(List<Delta.AttributeChange> changes) {
        Delta patch = Delta.update(changes);
        return changed(patch, unconfirmed(patch).applyTo(known, type));
    }

    /** The system changed values by itself and does not say so: nothing is confirmed by that. */
    public Hologram changedBySystem(List<Delta.AttributeChange> changes) {
        Delta change = Delta.update(changes);
        return imported() == null
                ? new Hologram(type, known, pendingImport, Delta.between(null, change.applyTo(exported(), type)),
                        pendingExport)
                : changed(change, known);
    }

    /**
     * The container it stands in got another name, and the system does not say that it has another one too: nothing is confirmed by
     * that. The name it is to get stays, if it is to get one.
     */
    public Hologram moved(String container, String other) {
        Attributes reported = moved(imported(), container, other);
        Attributes expected = moved(exported(), container, other);
        Hologram moved = new Hologram(type, known, Delta.between(known, reported), Delta.between(reported, expected),
                pendingExport);
        return moved.want(moved.wanted());
    }

    private static Attributes moved(Attributes image, String container, String other) {
        return image == null || image.dn() == null
                ? image
                : image.with(ObjectType.DN, new TextValue(DistinguishedName.moved(image.dn(), container, other)));
    }

    private Hologram changed(Delta change, Attributes confirmed) {
        Attributes reported = change.applyTo(imported(), type);
        Attributes expected = change.applyTo(exported(), type);
        return new Hologram(type, confirmed, Delta.between(confirmed, reported), Delta.between(reported, expected),
                pendingExport);
    }

    /** What was accepted of the values that a patch mentions; of an attribute with one value any mention is of that one. */
    private Delta unconfirmed(Delta patch) {
        if (unconfirmedExport.kind() != Delta.Kind.UPDATE) {
            return Delta.none();
        }
        List<Delta.AttributeChange> mentioned = new ArrayList<>();
        for (Delta.AttributeChange accepted : unconfirmedExport.changes()) {
            Delta.AttributeChange mention = patch.change(accepted.attribute());
            if (mention != null && type.attribute(accepted.attribute()).multiValued()) {
                mentioned.add(accepted.among(mention));
            } else if (mention != null) {
                mentioned.add(accepted);
            }
        }
        return Delta.update(mentioned);
    }

    /** What was reported has been synchronized. */
    public Hologram synchronize() {
        return pendingImport.isNone()
                ? this
                : new Hologram(type, imported(), Delta.none(), unconfirmedExport, pendingExport);
    }

    /** What the object shall be from now on, or null if it shall be deleted. */
    public Hologram want(Attributes wanted) {
        return new Hologram(type, known, pendingImport, unconfirmedExport, Delta.between(exported(), wanted));
    }

    /** The same with another pending export, such as the part that is sent now. */
    public Hologram sending(Delta part) {
        return new Hologram(type, known, pendingImport, unconfirmedExport, part);
    }

    /** The system accepted {@code sent}, which may be less than what is still pending, or older than it. */
    public Hologram accept(Delta sent) {
        Attributes wanted = wanted();
        Hologram accepted =
                new Hologram(type, known, pendingImport, Delta.between(imported(), sent.applyTo(exported(), type)),
                        Delta.none());
        return accepted.want(wanted);
    }

    /** Whether its add was accepted and nothing was ever seen of it. */
    public boolean isUnseenAdd() {
        return known == null && pendingImport.isNone() && unconfirmedExport.kind() == Delta.Kind.ADD;
    }

    /** Its add was accepted, but the system does not have it: synchronization has to decide anew. */
    public Hologram lost() {
        return new Hologram(type, null, Delta.delete(), Delta.none(), Delta.none());
    }
}
