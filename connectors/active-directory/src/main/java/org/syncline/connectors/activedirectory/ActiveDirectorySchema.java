package org.syncline.connectors.activedirectory;

import static java.util.Map.entry;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.FileTime;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** The classes and attributes of a forest, as its schema container tells them (MS-ADTS 3.1.1.2): more than its subschema does. */
final class ActiveDirectorySchema {
    private static final String PASSWORD = "unicodePwd";
    private static final int PAGE = 1_000;
    private static final int CONSTRUCTED = 0x4;

    /** What values of a syntax (MS-ADTS 3.1.1.2.2.2) are read as; all others are texts. */
    private static final Map<String, AttributeType> TYPES = Map.ofEntries(
            entry("2.5.5.1", AttributeType.REFERENCE),
            entry("2.5.5.8", AttributeType.BOOLEAN),
            entry("2.5.5.9", AttributeType.INTEGER),
            entry("2.5.5.16", AttributeType.INTEGER),
            entry("2.5.5.10", AttributeType.BINARY),
            entry("2.5.5.15", AttributeType.BINARY),
            entry("2.5.5.17", AttributeType.BINARY),
            entry("2.5.5.11", AttributeType.DATE));

    /** What the schema lets clients write and the accounts database refuses (MS-SAMR 3.1.1.8). */
    private static final Set<String> KEPT_BY_THE_SYSTEM = ignoringCase("badPasswordTime", "badPwdCount",
            "isCriticalSystemObject", "lastLogoff", "lastLogon", "lastLogonTimestamp", "logonCount", "sAMAccountType");

    /** What is about the entry. */
    private static final Set<String> ABOUT_THE_ENTRY = ignoringCase("adminCount", "codePage", "isCriticalSystemObject",
            "nTSecurityDescriptor", "objectCategory", LdapObjectType.OBJECT_CLASS, "showInAdvancedViewOnly",
            "systemFlags", "userPassword", "dBCSPwd", "lmPwdHistory", "ntPwdHistory", "supplementalCredentials");

    /** What a new entry has without being given it, or by its name. */
    private static final Set<String> GIVEN =
            ignoringCase("cn", "ou", "instanceType", "nTSecurityDescriptor", "objectCategory", "objectClass",
                    "objectSid");

    private final Map<String, Entry> classes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, OfferedAttribute> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, byte[]> identities = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ActiveDirectorySchema() {}

    private static Set<String> ignoringCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    static ActiveDirectorySchema of(Directory directory) {
        ActiveDirectorySchema schema = new ActiveDirectorySchema();
        String container = directory.announces("schemaNamingContext").stream().findFirst().orElseThrow(
                () -> LdapSettings.invalid("server", "it names no domain controller"));
        for (Entry entry : read(directory, container)) {
            String name = entry.getAttributeValue("lDAPDisplayName");
            if (name == null || entry.hasAttributeValue("isDefunct", "TRUE")) {
                continue;
            }
            if (entry.hasAttributeValue(LdapObjectType.OBJECT_CLASS, "classSchema")) {
                schema.classes.put(name, entry);
            } else {
                schema.attributes.put(name, attribute(name, entry));
            }
            schema.identities.put(name, entry.getAttributeValueBytes("schemaIDGUID"));
        }
        return schema;
    }

    private static List<Entry> read(Directory directory, String container) {
        Filter filter = Filter.createORFilter(
                Filter.createEqualityFilter(LdapObjectType.OBJECT_CLASS, "classSchema"),
                Filter.createEqualityFilter(LdapObjectType.OBJECT_CLASS, "attributeSchema"));
        SearchRequest request = new SearchRequest(container, SearchScope.ONE, filter, LdapObjectType.OBJECT_CLASS,
                "lDAPDisplayName", "isDefunct", "schemaIDGUID", "adminDescription", "attributeSyntax",
                "isSingleValued", "systemOnly", "systemFlags", "linkID", "subClassOf", "objectClassCategory",
                "auxiliaryClass", "systemAuxiliaryClass", "mustContain", "systemMustContain", "mayContain",
                "systemMayContain");
        List<Entry> found = new ArrayList<>();
        try (EntryPages pages = directory.pages(request, PAGE)) {
            for (List<SearchResultEntry> page = pages.next(); page != null; page = pages.next()) {
                found.addAll(page);
            }
            return found;
        } catch (LDAPException failure) {
            throw ServerWords.brokenOff(container, failure);
        }
    }

    private static OfferedAttribute attribute(String name, Entry entry) {
        boolean isPassword = name.equalsIgnoreCase(PASSWORD);
        return new OfferedAttribute(name, entry.getAttributeValue("adminDescription"), isPassword
                ? AttributeType.STRING
                : FileTime.isOf(name)
                        ? AttributeType.DATE
                        : TYPES.getOrDefault(entry.getAttributeValue("attributeSyntax"), AttributeType.STRING),
                null, !entry.hasAttributeValue("isSingleValued", "TRUE"), false,
                isPassword ? Access.WRITE_ONLY : isReadOnly(name, entry) ? Access.READ_ONLY : Access.READ_WRITE,
                ABOUT_THE_ENTRY.contains(name), null);
    }

    /** What is computed, what the system alone may set, and the far end of a link. */
    private static boolean isReadOnly(String name, Entry entry) {
        boolean isBackLink = number(entry, "linkID") % 2 == 1;
        boolean isConstructed = (number(entry, "systemFlags") & CONSTRUCTED) != 0;
        return isBackLink || isConstructed || entry.hasAttributeValue("systemOnly", "TRUE")
                || KEPT_BY_THE_SYSTEM.contains(name);
    }

    private static int number(Entry entry, String attribute) {
        Integer number = entry.getAttributeValueAsInteger(attribute);
        return number == null ? 0 : number;
    }

    /** The classes that an object can be of, by name. */
    List<OfferedType> types() {
        return classes.entrySet().stream()
                .filter(one -> number(one.getValue(), "objectClassCategory") <= 1)
                .map(one -> type(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(OfferedType::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private OfferedType type(String name, Entry entry) {
        Set<String> required = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> optional = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        collect(name, required, optional, new LinkedHashSet<>());
        Map<String, OfferedAttribute> offered = new LinkedHashMap<>();
        required.forEach(one -> add(offered, one, !GIVEN.contains(one)));
        optional.forEach(one -> add(offered, one, false));
        return new OfferedType(name, entry.getAttributeValue("adminDescription"), List.of(ObjectGuid.ATTRIBUTE),
                List.copyOf(offered.values()), List.of(), false);
    }

    private void add(Map<String, OfferedAttribute> offered, String name, boolean required) {
        OfferedAttribute one = attributes.get(name);
        if (one != null) {
            offered.putIfAbsent(one.name(), required && one.isWritable()
                    ? new OfferedAttribute(one.name(), one.description(), one.type(), one.format(), one.multiValued(),
                            true, one.access(), one.isOperational(), null)
                    : one);
        }
    }

    /** With what the class inherits, and what its auxiliary classes bring. */
    private void collect(String name, Set<String> required, Set<String> optional, Set<String> seen) {
        Entry entry = classes.get(name);
        if (entry == null || !seen.add(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        required.addAll(values(entry, "mustContain", "systemMustContain"));
        optional.addAll(values(entry, "mayContain", "systemMayContain"));
        values(entry, "subClassOf", "auxiliaryClass", "systemAuxiliaryClass")
                .forEach(other -> collect(other, required, optional, seen));
    }

    private static List<String> values(Entry entry, String... attributes) {
        List<String> values = new ArrayList<>();
        for (String attribute : attributes) {
            if (entry.hasAttribute(attribute)) {
                values.addAll(List.of(entry.getAttributeValues(attribute)));
            }
        }
        return values;
    }

    /** The classes that are derived from a class directly. */
    List<String> derived(String name) {
        return classes.entrySet().stream()
                .filter(one -> !one.getKey().equalsIgnoreCase(name))
                .filter(one -> one.getValue().hasAttributeValue("subClassOf", name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By which rights name a class or an attribute; null if there is none. */
    byte[] identity(String name) {
        return identities.get(name);
    }
}
