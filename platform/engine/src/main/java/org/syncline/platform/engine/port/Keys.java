package org.syncline.platform.engine.port;

import java.util.List;
import java.util.Locale;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ReferenceValue;

/** Makes the hashed keys under which objects are found. A key can stand for several objects: what it finds is compared afterwards. */
public final class Keys {
    private Keys() {}

    public static ContentHash anchor(String connector, String objectType, Anchor anchor) {
        return ContentHash.of("anchor\0" + connector + '\0' + objectType + '\0' + anchor.text());
    }

    /** Of what identifies an object before its anchor is known, whatever its case. */
    public static ContentHash secondary(String connector, String objectType, List<String> values) {
        String text = Anchor.of(values).text().toLowerCase(Locale.ROOT);
        return ContentHash.of("secondary\0" + connector + '\0' + objectType + '\0' + text);
    }

    public static ContentHash dn(String connector, String dn) {
        return ContentHash.of("dn\0" + connector + '\0' + DistinguishedName.normalize(dn));
    }

    /** Of the container with this name: what stands directly in it is found by it. */
    public static ContentHash container(String connector, String dn) {
        return ContentHash.of("container\0" + connector + '\0' + DistinguishedName.normalize(dn));
    }

    /** Of a value in an attribute of a connector, whatever its case. */
    public static ContentHash value(String connector, String attribute, String value) {
        return ContentHash.of("value\0" + connector + '\0' + attribute + '\0' + value.toLowerCase(Locale.ROOT));
    }

    /** Of what a join criterion computes from a connector-space object, whatever its case. */
    public static ContentHash joinKey(String connector, String criterion, String key) {
        return ContentHash.of("join\0" + connector + '\0' + criterion + '\0' + key.toLowerCase(Locale.ROOT));
    }

    /** Of a value in an attribute of a metaverse type, whatever its case. */
    public static ContentHash metaverse(String metaverseType, String attribute, String value) {
        return ContentHash.of("metaverse\0" + metaverseType + '\0' + attribute + '\0' + value.toLowerCase(Locale.ROOT));
    }

    /**
     * Of the target of a reference.
     *
     * @param objectType the type it names; null for a DN, which names one of any type
     * @param by the attribute it holds; null for the anchor or the DN
     */
    public static ContentHash reference(String connector, String objectType, String by, ReferenceValue reference) {
        return switch (reference.form()) {
            case DN -> dn(connector, reference.key());
            case KEY -> by == null
                    ? anchor(connector, objectType, new Anchor(reference.key()))
                    : value(connector, by, reference.key());
            case IDENTITY ->
                    throw new IllegalArgumentException("A reference to an identity has no connector-space key");
        };
    }
}
