package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.DistinguishedName;

/** Takes distinguished names apart. */
final class NameParts {
    private NameParts() {}

    /** The relative names, such as {@code cn=Ann}, from left to right. */
    static List<String> of(String dn, boolean withoutDomain) {
        List<String> parts = new ArrayList<>();
        for (String rest = dn.strip(); !rest.isEmpty(); rest = DistinguishedName.parent(rest)) {
            String part = DistinguishedName.rdn(rest).strip();
            if (!withoutDomain || !part.regionMatches(true, 0, "dc=", 0, 3)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** What stands behind the equals sign. */
    static String value(String part) {
        return part.substring(part.indexOf('=') + 1).strip();
    }

    /** Whether a name lies below a container, at any depth. */
    static boolean isUnder(String dn, String container) {
        String below = DistinguishedName.normalize(container);
        return below.isEmpty() ? !dn.isBlank() : DistinguishedName.normalize(dn).endsWith("," + below);
    }
}
