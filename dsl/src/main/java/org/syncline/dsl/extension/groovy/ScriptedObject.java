package org.syncline.dsl.extension.groovy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.syncline.dsl.expression.NearestName;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * An object or an identity as scripts see it. The compiler makes {@code source.Title} a call of the method that fits the type of the
 * attribute, by its index; only a name that is computed is looked up.
 */
public final class ScriptedObject {
    private final Attributes attributes;
    private final ObjectType type;
    private final Anchor anchor;
    private final Set<String> connectedTo;

    /**
     * @param attributes null where there is no object
     * @param type by which scripts were compiled
     * @param anchor null for none
     */
    ScriptedObject(Attributes attributes, ObjectType type, Anchor anchor, Set<String> connectedTo) {
        this.attributes = attributes == null ? null : attributes.as(type);
        this.type = type;
        this.anchor = anchor;
        this.connectedTo = connectedTo;
    }

    ScriptedObject(Attributes attributes, ObjectType type) {
        this(attributes, type, null, Set.of());
    }

    /** The method that reads an attribute. */
    static String reader(AttributeDefinition attribute) {
        String one = switch (attribute.type()) {
            case STRING -> "text";
            case INTEGER -> "number";
            case BOOLEAN -> "truth";
            case BINARY -> "bytes";
            case DATE -> "date";
            case REFERENCE -> "reference";
        };
        return !attribute.multiValued() ? one : one.equals("bytes") ? "manyBytes" : one + "s";
    }

    /** Whether it exists. */
    public boolean exists() {
        return attributes != null;
    }

    /** The anchor as text; null for none. */
    public String anchor() {
        return anchor == null ? null : anchor.text();
    }

    /** Whether the identity has an object in a connector. */
    public boolean isConnectedTo(String connector) {
        return connectedTo.contains(connector);
    }

    /**
     * The attribute of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Object getAt(String name) {
        int index = type.indexOf(name);
        if (index < 0) {
            String meant = NearestName.to(name, type.attributes().stream().map(AttributeDefinition::name).toList());
            throw new IllegalArgumentException("'" + type.name() + "' has no attribute '" + name + "'"
                    + (meant == null ? "" : "; did you mean " + meant + "?"));
        }
        return type.attribute(index).multiValued()
                ? all(index, ScriptedObject::plain)
                : one(index, ScriptedObject::plain);
    }

    private static Object plain(Value value) {
        return switch (value) {
            case IntegerValue number -> number.number();
            case BooleanValue truth -> truth == BooleanValue.TRUE;
            case BinaryValue binary -> binary.bytes();
            case DateValue date -> date.instant();
            case ReferenceValue reference -> reference;
            default -> value.text();
        };
    }

    private Content content(int index) {
        return attributes == null ? Absence.NULL : attributes.get(index);
    }

    private <R> R one(int index, Function<Value, R> plain) {
        Content content = content(index);
        if (content instanceof Value value) {
            return plain.apply(value);
        }
        List<Value> values = content.asList();
        return values.isEmpty() ? null : plain.apply(values.getFirst());
    }

    private <R> List<R> all(int index, Function<Value, R> plain) {
        return content(index).asList().stream().map(plain).toList();
    }

    public String text(int index) {
        return one(index, Value::text);
    }

    public Long number(int index) {
        return one(index, value -> ((IntegerValue) value).number());
    }

    public Boolean truth(int index) {
        return one(index, value -> value == BooleanValue.TRUE);
    }

    public Instant date(int index) {
        return one(index, value -> ((DateValue) value).instant());
    }

    public byte[] bytes(int index) {
        return one(index, value -> ((BinaryValue) value).bytes());
    }

    /** It can be passed on, not followed. */
    public Object reference(int index) {
        return one(index, value -> value);
    }

    public List<String> texts(int index) {
        return all(index, Value::text);
    }

    public List<Long> numbers(int index) {
        return all(index, value -> ((IntegerValue) value).number());
    }

    public List<Boolean> truths(int index) {
        return all(index, value -> value == BooleanValue.TRUE);
    }

    public List<Instant> dates(int index) {
        return all(index, value -> ((DateValue) value).instant());
    }

    public List<byte[]> manyBytes(int index) {
        return all(index, value -> ((BinaryValue) value).bytes());
    }

    public List<Object> references(int index) {
        return all(index, value -> value);
    }
}
