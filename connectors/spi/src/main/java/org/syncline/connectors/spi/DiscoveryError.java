package org.syncline.connectors.spi;

import org.syncline.schema.identity.Anchor;

/**
 * An object or row that could not be read; the others are not concerned.
 *
 * @param code what kind of error
 * @param objectType or null when it is not known
 * @param anchor of the object, or null when it is not known; a known object stays as it was
 * @param place where it stands: file and line, or the system's id
 * @param message what is wrong and what to do
 */
public record DiscoveryError(Code code, String objectType, Anchor anchor, String place, String message) {

    /** What kind of error. */
    public enum Code {
        MISSING_ANCHOR,
        DUPLICATE_ANCHOR,
        INVALID_ATTRIBUTE_VALUE,
        UNDECODABLE,
        MALFORMED_ROW
    }
}
