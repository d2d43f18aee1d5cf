package org.syncline.connectors.activedirectory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.delta.ChangedValues;
import org.syncline.connectors.ldap.delta.Identity;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapAttribute;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Members that came and went, as directory synchronization tells them one by one: {@code member;range=1-1} came,
 * {@code member;range=0-0} went. A group of which nothing else changed need not be read again for them.
 */
final class ToldValues {
    private static final Pattern SIDE = Pattern.compile("(?i)(.+);range=([01])-\\2");
    private static final Set<String> ALWAYS_TOLD = Set.of("objectguid", "instancetype");
    private static final String NAME = "distinguishedName";
    private static final int AT_ONCE = 100;

    private final DirectoryContent content;
    private final Set<String> attributes = new HashSet<>();
    private final Map<String, ChangedValues> changed = new LinkedHashMap<>();

    ToldValues(DirectoryContent content) {
        this.content = content;
        for (LdapObjectType type : content.types()) {
            type.readAttributes().forEach(this::note);
        }
        for (LdapObjectType type : content.types()) {
            type.readAttributes().stream()
                    .filter(attribute -> !type.readsEveryEntry() || !isSetOfNames(attribute))
                    .forEach(attribute -> attributes.remove(attribute.column().toLowerCase(Locale.ROOT)));
        }
    }

    private void note(LdapAttribute attribute) {
        if (isSetOfNames(attribute)) {
            attributes.add(attribute.column().toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isSetOfNames(LdapAttribute attribute) {
        return attribute.definition().multiValued() && attribute.definition().type() == AttributeType.REFERENCE;
    }

    /** Takes what is told of an object if it is nothing but members that came or went. */
    boolean takes(Entry entry) {
        byte[] guid = entry.getAttributeValueBytes(ObjectGuid.ATTRIBUTE);
        List<Attribute> sides = entry.getAttributes().stream()
                .filter(attribute -> !ALWAYS_TOLD.contains(attribute.getName().toLowerCase(Locale.ROOT)))
                .toList();
        if (guid == null || sides.isEmpty() || !sides.stream().allMatch(this::isSide)) {
            return false;
        }
        String text = ObjectGuid.text(guid);
        ChangedValues values = changed.computeIfAbsent(text, unused -> new ChangedValues(Identity.of(text)));
        for (Attribute attribute : sides) {
            Matcher side = side(attribute);
            for (ASN1OctetString value : attribute.getRawValues()) {
                values.add(side.group(1), value, side.group(2).equals("1"));
            }
        }
        return true;
    }

    private static Matcher side(Attribute attribute) {
        Matcher side = SIDE.matcher(attribute.getName());
        return side.matches() ? side : null;
    }

    private boolean isSide(Attribute attribute) {
        Matcher side = side(attribute);
        return side != null && attributes.contains(side.group(1).toLowerCase(Locale.ROOT));
    }

    /**
     * What was taken, but for the objects that are to be read again anyway: those touched otherwise, and those that lost a member which is
     * not read itself. Such a member may be known by an older name, since nobody tells of its renames.
     */
    List<ChangedValues> besides(TouchedObjects touched) throws LDAPException {
        Set<String> followed = followed();
        List<ChangedValues> values = new ArrayList<>();
        changed.forEach((guid, change) -> {
            if (change.lost().stream().allMatch(member -> followed.contains(normalized(member)))) {
                if (!touched.contains(guid)) {
                    values.add(change);
                }
            } else {
                touched.add(guid);
            }
        });
        return values;
    }

    private static String normalized(ASN1OctetString dn) {
        return DistinguishedName.normalize(dn.stringValue());
    }

    /** Those among the lost members that are read. */
    private Set<String> followed() throws LDAPException {
        List<String> lost = changed.values().stream()
                .flatMap(change -> change.lost().stream())
                .map(ASN1OctetString::stringValue)
                .distinct()
                .toList();
        Set<String> followed = new HashSet<>();
        for (int from = 0; from < lost.size(); from += AT_ONCE) {
            List<String> some = lost.subList(from, Math.min(from + AT_ONCE, lost.size()));
            for (LdapObjectType type : content.types()) {
                addFollowed(some, type, followed);
            }
        }
        return followed;
    }

    private void addFollowed(List<String> names, LdapObjectType type, Set<String> followed) throws LDAPException {
        Filter any =
                Filter.createORFilter(names.stream().map(name -> Filter.createEqualityFilter(NAME, name)).toList());
        Filter filter = Filter.createANDFilter(type.filter(), any);
        for (String root : content.scope().roots(null)) {
            for (SearchResultEntry found : content.directory()
                    .search(new SearchRequest(root, SearchScope.SUB, filter, "1.1"))) {
                if (content.scope().selects(found.getDN())) {
                    followed.add(DistinguishedName.normalize(found.getDN()));
                }
            }
        }
    }
}
