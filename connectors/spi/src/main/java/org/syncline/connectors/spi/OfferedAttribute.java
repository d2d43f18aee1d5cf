package org.syncline.connectors.spi;

import java.util.Objects;
import org.syncline.schema.identity.AttributeType;

/**
 * An attribute that a system offers.
 *
 * @param name the system's own, which may have spaces
 * @param description in the system's own words; null for none
 * @param type its values are read as, best
 * @param format of dates in text; null for the system's usual one
 * @param multiValued whether it may have several values
 * @param required whether the system refuses an object without it
 * @param access what can be done with it
 * @param isOperational whether it is about the object in the system, and wanted only by who names it
 * @param addition the class that an object has to take for it; null where the type has it
 */
public record OfferedAttribute(
        String name, String description, AttributeType type, String format, boolean multiValued, boolean required,
        Access access, boolean isOperational, String addition) {

    /** What can be done with an attribute. */
    public enum Access {
        READ_WRITE,
        /** The system itself sets it. */
        READ_ONLY,
        /** A password. */
        WRITE_ONLY
    }

    public OfferedAttribute {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(access);
    }

    /** Whether an export can write it. */
    public boolean isWritable() {
        return access == Access.READ_WRITE || access == Access.WRITE_ONLY;
    }
}
