package org.syncline.connectors.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings.RowFilter;
import org.syncline.schema.identity.ObjectType;

/** An object type as the directory knows it: a structural object class and its attributes. */
public final class LdapObjectType {
    public static final String OBJECT_CLASS = "objectClass";
    private static final Set<String> PASSWORDS = Set.of("userpassword", "unicodepwd", "authpassword");
    private static final String NO_ATTRIBUTES = "1.1";
    private static final String USER_ATTRIBUTES = "*";

    private final ObjectType type;
    private final List<LdapAttribute> attributes = new ArrayList<>();
    private final List<LdapAttribute> readAttributes;
    private final LdapAnchor anchor;
    private final Filter filter;
    private final RowFilter rows;

    /** Its entries have its name as an object class. */
    public LdapObjectType(ObjectTypeSettings settings) {
        this(settings, Filter.createEqualityFilter(OBJECT_CLASS, settings.type().name()));
    }

    /** @param filter which entries are of this type */
    public LdapObjectType(ObjectTypeSettings settings, Filter filter) {
        this.filter = filter;
        this.type = settings.type();
        this.rows = settings.filter();
        for (AttributeSettings attribute : settings.attributes()) {
            int index = type.index(attribute.name());
            attributes.add(LdapAttribute.of(index, type.attribute(index), attribute));
        }
        this.readAttributes = attributes.stream()
                .filter(attribute -> !isPassword(attribute.column()))
                .toList();
        this.anchor = new LdapAnchor(settings.anchor(), attributes);
    }

    /** Whether an attribute holds passwords, which are never read. */
    public static boolean isPassword(String column) {
        return PASSWORDS.contains(column.toLowerCase(Locale.ROOT));
    }

    public ObjectType type() {
        return type;
    }

    public List<LdapAttribute> attributes() {
        return attributes;
    }

    /** Those that are read: passwords are only ever written, whatever a server would tell. */
    public List<LdapAttribute> readAttributes() {
        return readAttributes;
    }

    public LdapAnchor anchor() {
        return anchor;
    }

    /** The attribute at an index of the type; null for {@code dn}. */
    public LdapAttribute attribute(int index) {
        for (LdapAttribute attribute : attributes) {
            if (attribute.index() == index) {
                return attribute;
            }
        }
        return null;
    }

    /** Which entries are of this type. */
    public Filter filter() {
        return filter;
    }

    /** Whether no entry is left out for what it holds. */
    public boolean readsEveryEntry() {
        return rows == ObjectTypeSettings.EVERY_ROW;
    }

    /** Whether the connector is to read an entry; it is asked by the directory's names and sees the first value. */
    public boolean wants(Entry entry) {
        return readsEveryEntry() || rows.reads(entry::getAttributeValue);
    }

    /** What has to be asked for: operational attributes too, and all others if they decide what is read. */
    public String[] requested() {
        Set<String> names = new LinkedHashSet<>();
        readAttributes().forEach(attribute -> names.add(attribute.column()));
        names.addAll(anchor.columns());
        if (!readsEveryEntry()) {
            names.add(USER_ATTRIBUTES);
        }
        return names.isEmpty() ? new String[]{NO_ATTRIBUTES} : names.toArray(String[]::new);
    }
}
