package org.syncline.schema.identity;

import java.time.Instant;

/**
 * How sure it is that an object is in its system, and under which name.
 *
 * @param addAccepted when its add was accepted, as long as the system has not reported the object; else null
 * @param displaced whether the system reported another object under its name, so that it must have got another one or be gone (MIM: a
 *     transient object)
 */
public record Presence(Instant addAccepted, boolean displaced) {
    /** Of an object about which the last report says everything. */
    public static final Presence CERTAIN = new Presence(null, false);

    public Presence withAddAccepted(Instant when) {
        return new Presence(when, displaced);
    }

    public Presence withDisplaced(boolean isDisplaced) {
        return new Presence(addAccepted, isDisplaced);
    }
}
