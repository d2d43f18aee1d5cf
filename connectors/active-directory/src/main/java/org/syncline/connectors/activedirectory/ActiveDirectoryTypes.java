package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Filter;
import java.util.Locale;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** Object types as Active Directory tells them apart: to its object classes alone a computer would be a user. */
final class ActiveDirectoryTypes {
    private static final String CATEGORY = "objectCategory";

    private ActiveDirectoryTypes() {}

    static LdapObjectType of(ObjectTypeSettings settings) {
        return new LdapObjectType(settings, filter(settings.type().name()));
    }

    /** Which entries are of a type. */
    static Filter filter(String type) {
        Filter hasClass = hasClass(type);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "user", "contact" ->
                    Filter.createANDFilter(Filter.createEqualityFilter(CATEGORY, "person"), hasClass);
            default -> hasClass;
        };
    }

    /** Holds for deleted objects too, which have lost their category. */
    static Filter hasClass(String type) {
        return Filter.createEqualityFilter(LdapObjectType.OBJECT_CLASS, type);
    }
}
