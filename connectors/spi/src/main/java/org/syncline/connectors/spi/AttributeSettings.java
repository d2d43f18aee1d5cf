package org.syncline.connectors.spi;

import java.util.Map;
import java.util.Optional;

/**
 * How one attribute is read from and written to a connected system.
 *
 * @param name in rules
 * @param column the system's own name
 * @param format of dates in text, a {@link java.time.format.DateTimeFormatter} pattern; null for the system's usual one
 * @param referenceTo the object type a reference names; null for any, or when it is no reference
 * @param referenceBy the attribute of the target that a reference holds; null for the anchor (or the DN)
 * @param values of the settings the attribute has alone, by name, defaults filled in
 */
public record AttributeSettings(String name, String column, String format, String referenceTo, String referenceBy,
        Map<String, String> values) {

    /** One without settings of its own. */
    public AttributeSettings(String name, String column, String format, String referenceTo, String referenceBy) {
        this(name, column, format, referenceTo, referenceBy, Map.of());
    }

    public AttributeSettings {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String setting) {
        return Optional.ofNullable(values.get(setting));
    }
}
