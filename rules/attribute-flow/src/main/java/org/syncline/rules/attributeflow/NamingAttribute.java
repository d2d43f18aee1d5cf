package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.RelativeName;
import org.syncline.schema.identity.Value;

/** Knows the attributes that make up the name of an account: they change by a rename only. */
final class NamingAttribute {
    private final String dn;
    private List<RelativeName> parts;

    /** @param dn that the account has; null where the system has no names */
    NamingAttribute(String dn) {
        this.dn = dn;
    }

    boolean is(String attribute) {
        return dn != null && (attribute.equals(ObjectType.DN) || isInRelativeName(attribute));
    }

    private boolean isInRelativeName(String attribute) {
        if (parts == null) {
            parts = parts(dn);
        }
        for (RelativeName part : parts) {
            if (part.attribute().equalsIgnoreCase(attribute)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value that flows to a naming attribute is the one the account has, or will have by its name. */
    static boolean agrees(String attribute, Content flowing, Content present, String dn) {
        return flowing.asList().stream()
                .allMatch(value -> holds(present, value) || isNamedBy(attribute, value, dn));
    }

    private static boolean holds(Content present, Value value) {
        return present.asList().stream().anyMatch(other -> other.text().equalsIgnoreCase(value.text()));
    }

    private static boolean isNamedBy(String attribute, Value value, String dn) {
        return attribute.equals(ObjectType.DN)
                ? DistinguishedName.normalize(value.text()).equals(DistinguishedName.normalize(dn))
                : parts(dn).stream()
                        .anyMatch(part -> part.attribute().equalsIgnoreCase(attribute)
                                && part.value().equalsIgnoreCase(value.text()));
    }

    private static List<RelativeName> parts(String dn) {
        return RelativeName.of(DistinguishedName.rdn(dn));
    }
}
