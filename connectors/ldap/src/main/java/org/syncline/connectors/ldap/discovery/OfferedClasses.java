package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.DITContentRuleDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** The object classes of a subschema as object types. */
public final class OfferedClasses {
    private static final List<String> ANCHORS = List.of("nsUniqueId", "entryUUID");

    private final Schema schema;

    public OfferedClasses(Schema schema) {
        this.schema = schema;
    }

    /** Those that an entry can have, by name. */
    public List<OfferedType> all() {
        return schema.getObjectClasses().stream()
                .filter(objectClass -> kind(objectClass) != ObjectClassType.ABSTRACT)
                .map(this::type)
                .sorted(Comparator.comparing(OfferedType::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private ObjectClassType kind(ObjectClassDefinition objectClass) {
        ObjectClassType kind = objectClass.getObjectClassType(schema);
        return kind == null ? ObjectClassType.STRUCTURAL : kind;
    }

    private OfferedType type(ObjectClassDefinition objectClass) {
        Map<String, OfferedAttribute> attributes = new LinkedHashMap<>();
        add(attributes, objectClass.getRequiredAttributes(schema, true), true, null);
        add(attributes, objectClass.getOptionalAttributes(schema, true), false, null);
        List<ObjectClassDefinition> additions = additions(objectClass);
        for (ObjectClassDefinition addition : additions) {
            add(attributes, addition.getRequiredAttributes(schema, true), false, addition.getNameOrOID());
            add(attributes, addition.getOptionalAttributes(schema, true), false, addition.getNameOrOID());
        }
        add(attributes, schema.getOperationalAttributeTypes(), false, null);
        return new OfferedType(objectClass.getNameOrOID(), objectClass.getDescription(), anchors(),
                List.copyOf(attributes.values()),
                additions.stream().map(ObjectClassDefinition::getNameOrOID).toList(), false);
    }

    private List<String> anchors() {
        List<String> anchors = new ArrayList<>(ANCHORS);
        anchors.removeIf(name -> schema.getAttributeType(name) == null);
        return anchors.isEmpty() ? List.of("dn") : anchors;
    }

    /** Those its content rule allows; all of them where it has none (RFC 4512, section 4.1.6). */
    private List<ObjectClassDefinition> additions(ObjectClassDefinition objectClass) {
        if (kind(objectClass) == ObjectClassType.AUXILIARY) {
            return List.of();
        }
        DITContentRuleDefinition rule = schema.getDITContentRule(objectClass.getOID());
        Stream<ObjectClassDefinition> allowed = rule == null
                ? schema.getAuxiliaryObjectClasses().stream()
                : Arrays.stream(rule.getAuxiliaryClasses()).map(schema::getObjectClass).filter(Objects::nonNull);
        return allowed.sorted(Comparator.comparing(ObjectClassDefinition::getNameOrOID)).toList();
    }

    private void add(Map<String, OfferedAttribute> attributes, Set<AttributeTypeDefinition> types, boolean required,
            String addition) {
        types.stream()
                .sorted(Comparator.comparing(AttributeTypeDefinition::getNameOrOID, String.CASE_INSENSITIVE_ORDER))
                .forEach(type -> attributes.putIfAbsent(type.getOID(), attribute(type, required, addition)));
    }

    /** @param addition the class that brings it; null for the type itself */
    OfferedAttribute attribute(AttributeTypeDefinition type, boolean required, String addition) {
        String name = type.getNameOrOID();
        boolean isPassword = LdapObjectType.isPassword(name);
        // the connector itself gives new entries their class
        boolean isClass = name.equalsIgnoreCase(LdapObjectType.OBJECT_CLASS);
        return new OfferedAttribute(name, type.getDescription(),
                isPassword ? AttributeType.STRING : AttributeSyntax.typeOf(type, schema), null,
                !type.isSingleValued(), required && !isClass,
                isPassword ? Access.WRITE_ONLY : type.isNoUserModification() ? Access.READ_ONLY : Access.READ_WRITE,
                isClass || type.isOperational(), addition);
    }

    /** The classes that are derived from a class directly. */
    public Set<String> derived(String name) {
        Set<String> derived = new HashSet<>();
        for (ObjectClassDefinition objectClass : schema.getObjectClasses()) {
            boolean isDerived = objectClass.getSuperiorClasses(schema, false).stream()
                    .anyMatch(superior -> superior.hasNameOrOID(name));
            if (isDerived && !objectClass.hasNameOrOID(name.toLowerCase(Locale.ROOT))) {
                derived.add(objectClass.getNameOrOID());
            }
        }
        return derived;
    }
}
