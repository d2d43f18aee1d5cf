package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.ldap.delta.ChangedValues;
import org.syncline.connectors.ldap.delta.Containers;
import org.syncline.connectors.ldap.delta.Identity;
import org.syncline.connectors.ldap.delta.Touched;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.ObjectGuid;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.DistinguishedName;

/** Collects which objects were added, changed, renamed, moved or deleted, and which of them may have taken along what lies below them. */
final class TouchedObjects {
    /** What others lie in. */
    static final List<String> CONTAINER_CLASSES = List.of("organizationalUnit", "container", "builtinDomain");

    private static final String NAME = "name";
    private static final String PARENT = "parentGUID";
    private static final String DELETED = "isDeleted";
    private static final List<Filter> CONTAINERS =
            CONTAINER_CLASSES.stream().map(ActiveDirectoryTypes::hasClass).toList();

    /** What has to be asked for: without it nobody tells of renames, moves and deletions. */
    static final List<String> NEEDED = List.of(ObjectGuid.ATTRIBUTE, NAME, PARENT, DELETED);

    private final DirectoryContent content;
    private final Containers containers;
    private final Map<String, Identity> touched = new LinkedHashMap<>();
    private final Set<String> renamed = new LinkedHashSet<>();

    TouchedObjects(DirectoryContent content) {
        this.content = content;
        this.containers = new Containers(content, Filter.createORFilter(CONTAINERS));
    }

    /** The heads of the domains that are read. */
    List<String> domains() {
        return containers.databases().toList();
    }

    /** What is read and what others lie in, deleted or not. */
    Filter filter() {
        List<Filter> any = new ArrayList<>(CONTAINERS);
        content.types().forEach(type -> any.add(ActiveDirectoryTypes.hasClass(type.type().name())));
        return Filter.createORFilter(any);
    }

    /** An object that changed, with as much of it as the domain controller tells. */
    void add(Entry entry) {
        byte[] guid = entry.getAttributeValueBytes(ObjectGuid.ATTRIBUTE);
        if (guid == null || !concerns(entry)) {
            return;
        }
        String text = ObjectGuid.text(guid);
        add(text);
        if (isNamed(entry) && !isDeleted(entry)) {
            renamed.add(text);
        }
    }

    /** An object that is to be read again. */
    void add(String guid) {
        touched.put(guid, Identity.of(guid));
    }

    boolean contains(String guid) {
        return touched.containsKey(guid);
    }

    /** Whether it is here, or may have been. */
    boolean concerns(Entry entry) {
        return isNamed(entry)
                || isDeleted(entry)
                || content.scope().bases().stream()
                        .anyMatch(base -> DistinguishedName.isWithin(entry.getDN(), base));
    }

    private static boolean isNamed(Entry entry) {
        return entry.hasAttribute(NAME) || entry.hasAttribute(PARENT);
    }

    private static boolean isDeleted(Entry entry) {
        return entry.hasAttribute(DELETED);
    }

    /** @param values of objects that are not to be read again */
    Touched until(List<ChangedValues> values, Watermark end) {
        List<Filter> moved = renamed.stream()
                .map(guid -> Filter.createEqualityFilter(ObjectGuid.ATTRIBUTE, ObjectGuid.bytes(guid)))
                .toList();
        return new Touched(List.copyOf(touched.values()), containers.among(moved), values, end);
    }
}
