package org.syncline.platform.engine.staging;

import org.syncline.connectors.spi.ImportedChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ContentHash;

/**
 * One reported change with what staging needs to look its object up.
 *
 * @param hash of a whole object; {@link ContentHash#UNKNOWN} for patches and deletions
 */
record Report(ImportedChange change, ContentHash anchorKey, ContentHash hash) {
    /** The place of the attribute {@code dn} in every connector-space type. */
    private static final int DN = 0;

    static Report of(String connector, ImportedChange change) {
        return new Report(
                change,
                Keys.anchor(connector, change.objectType(), change.anchor()),
                change instanceof ImportedChange.Whole whole
                        ? ContentHash.of(whole.attributes())
                        : ContentHash.UNKNOWN);
    }

    boolean isWhole() {
        return change instanceof ImportedChange.Whole;
    }

    /** The name that is reported; null if none is. */
    String dn() {
        return switch (change) {
            case ImportedChange.Whole whole -> whole.attributes().dn();
            case ImportedChange.Patch patch -> patch.changes().stream()
                    .filter(changed -> changed.attribute() == DN && !changed.added().isEmpty())
                    .map(changed -> changed.added().getLast().text())
                    .findFirst()
                    .orElse(null);
            case ImportedChange.Deleted deleted -> null;
        };
    }

    /** The whole object that is reported; null for patches and deletions. */
    Attributes whole() {
        return change instanceof ImportedChange.Whole whole ? whole.attributes() : null;
    }
}
