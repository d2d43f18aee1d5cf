package org.syncline.connectors.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Values as LDAP directories hold them, told apart from the connectors' own translation. */
public final class DirectoryValues {
    private DirectoryValues() {}

    /** What a directory is to hold of an attribute. */
    public static byte[][] bytes(Attributes object, AttributeSettings attribute) {
        return object.get(attribute.name()).asList().stream().map(DirectoryValues::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(Value value) {
        return switch (value) {
            case BinaryValue binary -> binary.bytes();
            case BooleanValue truth -> (truth.isTrue() ? "TRUE" : "FALSE").getBytes(StandardCharsets.UTF_8);
            case DateValue date -> date.text().replaceAll("[-:T]", "").getBytes(StandardCharsets.UTF_8);
            default -> value.text().getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * An object as a directory holds it.
     *
     * @param held the values of an attribute of the directory; null for none
     */
    public static Attributes object(ObjectTypeSettings settings, String dn, Function<String, byte[][]> held) {
        Attributes.Builder object = Attributes.builder(settings.type()).set(ObjectType.DN, dn);
        for (AttributeSettings attribute : settings.attributes()) {
            AttributeType type = settings.type().attribute(settings.type().index(attribute.name())).type();
            byte[][] values = held.apply(attribute.column());
            object.set(attribute.name(), values == null
                    ? List.<Value>of()
                    : Stream.of(values).map(bytes -> value(type, bytes)).toList());
        }
        return object.build();
    }

    private static Value value(AttributeType type, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (type) {
            case STRING -> new TextValue(text);
            case INTEGER -> new IntegerValue(Long.parseLong(text));
            case BOOLEAN -> BooleanValue.of(text.equals("TRUE"));
            case BINARY -> new BinaryValue(bytes);
            case DATE -> new DateValue(
                    Instant.parse(text.replaceFirst("(....)(..)(..)(..)(..)(..)Z", "$1-$2-$3T$4:$5:$6Z")));
            case REFERENCE -> ReferenceValue.toDn(text);
        };
    }
}
