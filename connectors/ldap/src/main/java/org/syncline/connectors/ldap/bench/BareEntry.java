package org.syncline.connectors.ldap.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entry to add. */
public record BareEntry(String dn, Map<String, List<String>> attributes) {

    /** An entry that has its DN and object class only. */
    public static BareEntry of(String dn, String objectClass) {
        BareEntry entry = new BareEntry(dn, new LinkedHashMap<>());
        return entry.with("objectClass", objectClass);
    }

    /** The same entry with one value more; without it where the value is empty. */
    public BareEntry with(String attribute, String value) {
        return value.isEmpty() ? this : with(attribute, List.of(value));
    }

    /** The same entry with several values more. */
    public BareEntry with(String attribute, List<String> values) {
        attributes.put(attribute, values);
        return this;
    }
}
