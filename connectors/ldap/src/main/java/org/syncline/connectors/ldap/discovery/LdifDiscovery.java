package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeType;

/** Looks at the entries of an LDIF file. What it does not say of its attributes, the usual schema of directories does. */
public final class LdifDiscovery implements Discovery {
    private static final List<String> IDENTIFIERS = List.of("nsUniqueId", "entryUUID");
    private static final String DN = "dn";

    private final List<Entry> entries;
    private final boolean areAll;
    private final Schema schema;
    private final OfferedClasses classes;

    /**
     * @param entries of the file, the first ones of a long file
     * @param areAll whether there are no more
     * @param schema the usual one
     */
    public LdifDiscovery(List<Entry> entries, boolean areAll, Schema schema) {
        this.entries = entries;
        this.areAll = areAll;
        this.schema = schema;
        this.classes = new OfferedClasses(schema);
    }

    /** The classes that occur and can be the class of an entry. */
    @Override
    public List<OfferedType> types() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entries.forEach(entry -> names.addAll(Arrays.asList(classes(entry))));
        return names.stream().filter(this::isStructural).map(this::type).toList();
    }

    private static String[] classes(Entry entry) {
        String[] names = entry.getObjectClassValues();
        return names == null ? new String[0] : names;
    }

    private boolean isStructural(String name) {
        ObjectClassDefinition known = schema.getObjectClass(name);
        return known == null || known.getObjectClassType(schema) == ObjectClassType.STRUCTURAL;
    }

    private OfferedType type(String name) {
        List<Entry> ofType = of(name).toList();
        Map<String, Boolean> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Entry entry : ofType) {
            for (Attribute attribute : entry.getAttributes()) {
                attributes.merge(attribute.getBaseName(), attribute.size() > 1, Boolean::logicalOr);
            }
        }
        List<String> identifiers = IDENTIFIERS.stream()
                .filter(identifier -> ofType.stream().allMatch(entry -> entry.hasAttribute(identifier)))
                .toList();
        return new OfferedType(name, null, identifiers.isEmpty() ? List.of(DN) : identifiers,
                attributes.entrySet().stream().map(each -> attribute(each.getKey(), each.getValue())).toList(),
                List.of(), false);
    }

    private OfferedAttribute attribute(String name, boolean hasSeveral) {
        AttributeTypeDefinition known = schema.getAttributeType(name);
        return known == null
                ? new OfferedAttribute(name, null, AttributeType.STRING, null, hasSeveral, false, Access.READ_WRITE,
                        false, null)
                : classes.attribute(known, false, null);
    }

    private Stream<Entry> of(String objectClass) {
        return entries.stream().filter(entry -> entry.hasObjectClass(objectClass));
    }

    @Override
    public ObjectCount count(OfferedType type, int most) {
        Set<String> derived = classes.derived(type.name());
        long found = of(type.name()).filter(entry -> derived.stream().noneMatch(entry::hasObjectClass)).count();
        return new ObjectCount((int) Math.min(most, found), areAll && found <= most);
    }

    @Override
    public TypeUsage usage(OfferedType type, int sample) {
        return EntrySample.usage(of(type.name()).limit(sample).toList());
    }

    /** That the file can be read is known by now, and it is never written. */
    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        return List.of();
    }

    /** The file was closed when its entries had been read. */
    @Override
    public void close() {}
}
