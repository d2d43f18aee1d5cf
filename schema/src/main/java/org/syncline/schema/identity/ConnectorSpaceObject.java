package org.syncline.schema.identity;

/**
 * One staged object of one connector.
 *
 * @param id number of the object, unique over all connectors and never used again
 * @param connector name of its connector
 * @param anchor identity in the connected system, or null while the system has not told it yet
 * @param hologram what is known of it and what is under way
 * @param link to its identity
 * @param draft what provisioning decided for an account that no accepted add has created yet (DN, initial values, markers for
 *     secrets); null for every other object
 * @param leaving which deprovisioning outcome rules it, and since when; null for none
 * @param presence how sure it is that the system has it, under the name we know
 * @param lastReport hash of what the system last reported; {@link ContentHash#UNKNOWN} while something is unconfirmed
 */
public record ConnectorSpaceObject(
        long id,
        String connector,
        Anchor anchor,
        Hologram hologram,
        Link link,
        Attributes draft,
        Leaving leaving,
        Presence presence,
        ContentHash lastReport) {

    public ObjectType type() {
        return hologram.type();
    }

    /** An object nobody has seen yet, linked to nobody. */
    public static ConnectorSpaceObject unseen(long id, String connector, Anchor anchor, ObjectType type) {
        return new ConnectorSpaceObject(
                id, connector, anchor, Hologram.unseen(type), Link.DISCONNECTED, null, null,
                Presence.CERTAIN, ContentHash.UNKNOWN);
    }

    /** Whether no accepted add has created it yet in the connected system. */
    public boolean isDraft() {
        return draft != null;
    }

    /** Whether nothing is known of it or under way, and nobody owns it: it may go from the connector space. */
    public boolean isOver() {
        return hologram.known() == null
                && hologram.pendingImport().isNone()
                && hologram.pendingExport().isNone()
                && hologram.unconfirmedExport().isNone()
                && !isDraft()
                && !link.isJoined();
    }

    /** The distinguished name it has, or will have; null where the system has no names. */
    public String dn() {
        int attribute = type().indexOf(ObjectType.DN);
        Content name = attribute < 0 ? Absence.NULL : hologram.exported(attribute);
        if (name == null) {
            return draft == null ? null : draft.dn();
        }
        return name instanceof TextValue dn ? dn.text() : null;
    }

    /** What messages call it: its DN, else its anchor, else its number. */
    public String title() {
        String dn = dn();
        return dn != null ? dn : anchor != null ? anchor.text() : "#" + id;
    }

    public ConnectorSpaceObject with(Anchor anchor) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject with(Hologram hologram) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject with(Link link) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject withDraft(Attributes draft) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject with(Leaving leaving) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject with(Presence presence) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, lastReport);
    }

    public ConnectorSpaceObject reported(ContentHash hash) {
        return new ConnectorSpaceObject(id, connector, anchor, hologram, link, draft, leaving, presence, hash);
    }
}
