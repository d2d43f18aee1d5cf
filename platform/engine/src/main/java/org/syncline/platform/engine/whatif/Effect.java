package org.syncline.platform.engine.whatif;

/** What becomes of an object or an identity that would not without the change. */
public enum Effect {
    /** The system gets an object. */
    ADDED("added"),
    /** The system gets no object that it would get without the change. */
    NOT_ADDED("no longer added"),
    /** Some values of an object of the system become others. */
    CHANGED("changed"),
    /** The object gets another name, or another place. */
    RENAMED("renamed"),
    /** The account counts as disabled from then on. */
    DISABLED("disabled"),
    /** The account counts as disabled no longer. */
    ENABLED("enabled"),
    /** The object is deleted from the system. */
    DELETED("deleted"),
    /** The object stays in the system, from which it would be deleted without the change. */
    NOT_DELETED("no longer deleted"),
    /** The object belongs to an identity. */
    JOINED("joined"),
    /** The object belongs to another identity. */
    REJOINED("joined to another"),
    /** The object belongs to nobody any more. */
    DISCONNECTED("disconnected"),
    /** The metaverse gets an identity. */
    PROJECTED("projected"),
    /** The metaverse gets no identity that it would get without the change. */
    NOT_PROJECTED("no longer projected"),
    /** The end of the identity begins: its accounts go as the rules say, at once or later. */
    ENDING("ending"),
    /** The identity does not end, as it would without the change. */
    NOT_ENDING("no longer ending"),
    /** The identity ends. */
    ENDED("ended"),
    /** The identity stays, which would end without the change. */
    NOT_ENDED("no longer ended");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** What it is called in reports. */
    public String text() {
        return text;
    }
}
