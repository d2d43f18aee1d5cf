package org.syncline.connectors.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Compares objects by what they mean: multi-values as sets, distinguished names without regard to how they are escaped. */
final class SameContent {
    private SameContent() {}

    static void assertSame(Attributes expected, Attributes actual) {
        assertEquals(readable(expected), readable(actual));
    }

    static boolean same(Attributes one, Attributes other) {
        return readable(one).equals(readable(other));
    }

    static boolean sameDn(String one, String other) {
        return one == null ? other == null : other != null && name(one).equals(name(other));
    }

    private static Map<String, Set<Object>> readable(Attributes attributes) {
        Map<String, Set<Object>> readable = new TreeMap<>();
        for (AttributeDefinition attribute : attributes.type().attributes()) {
            Set<Object> values = new HashSet<>();
            attributes.get(attribute.name()).asList().forEach(value -> values.add(comparable(attribute, value)));
            if (!values.isEmpty()) {
                readable.put(attribute.name(), values);
            }
        }
        return readable;
    }

    private static Object comparable(AttributeDefinition attribute, Value value) {
        boolean isDn = value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.DN;
        return isDn || attribute.name().equals(ObjectType.DN) ? name(value.text()) : value;
    }

    private static Object name(String dn) {
        try {
            return new LdapName(dn);
        } catch (InvalidNameException invalid) {
            return "not a DN: " + dn;
        }
    }
}
