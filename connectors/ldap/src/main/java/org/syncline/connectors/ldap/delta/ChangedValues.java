package org.syncline.connectors.ldap.delta;

import com.unboundid.asn1.ASN1OctetString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that an entry gained or lost, while nothing else of it changed; of a value told twice the later counts. */
public final class ChangedValues {
    private final Identity entry;
    private final Map<String, Map<ASN1OctetString, Boolean>> gained = new LinkedHashMap<>();

    public ChangedValues(Identity entry) {
        this.entry = entry;
    }

    Identity entry() {
        return entry;
    }

    /** @param attribute the directory's own name */
    public void add(String attribute, ASN1OctetString value, boolean isGained) {
        gained.computeIfAbsent(attribute.toLowerCase(Locale.ROOT), unused -> new LinkedHashMap<>())
                .put(value, isGained);
    }

    /** The values of an attribute that it gained, or lost. */
    List<ASN1OctetString> values(String attribute, boolean isGained) {
        return gained.getOrDefault(attribute.toLowerCase(Locale.ROOT), Map.of()).entrySet().stream()
                .filter(value -> value.getValue() == isGained)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything it lost. */
    public List<ASN1OctetString> lost() {
        return gained.keySet().stream().flatMap(attribute -> values(attribute, false).stream()).toList();
    }
}
