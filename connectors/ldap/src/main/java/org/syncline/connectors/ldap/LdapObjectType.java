package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.ObjectType;

/** An object type as the directory knows it: a structural object class and its attributes. */
final class LdapObjectType {
    static final String OBJECT_CLASS = "objectClass";
    private static final String NO_ATTRIBUTES = "1.1";

    private final ObjectType type;
    private final List<LdapAttribute> attributes = new ArrayList<>();
    private final LdapAnchor anchor;

    LdapObjectType(ObjectTypeSettings settings) {
        this.type = settings.type();
        for (AttributeSettings attribute : settings.attributes()) {
            int index = type.index(attribute.name());
            attributes.add(LdapAttribute.of(index, type.attribute(index), attribute));
        }
        this.anchor = new LdapAnchor(settings.anchor(), attributes);
    }

    ObjectType type() {
        return type;
    }

    List<LdapAttribute> attributes() {
        return attributes;
    }

    LdapAnchor anchor() {
        return anchor;
    }

    /** The attribute at an index of the type; null for {@code dn}. */
    LdapAttribute attribute(int index) {
        for (LdapAttribute attribute : attributes) {
            if (attribute.index() == index) {
                return attribute;
            }
        }
        return null;
    }

    Filter filter() {
        return Filter.createEqualityFilter(OBJECT_CLASS, type.name());
    }

    /** What has to be asked for, operational attributes among it. */
    String[] requested() {
        Set<String> names = new LinkedHashSet<>();
        attributes.forEach(attribute -> names.add(attribute.column()));
        names.addAll(anchor.columns());
        return names.isEmpty() ? new String[]{NO_ATTRIBUTES} : names.toArray(String[]::new);
    }
}
