package org.syncline.platform.app.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;
import org.syncline.schema.identity.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Content as JSON: text, whole number, true or false, null for nothing, an array for several values, and an object with one
 * member for what JSON has no form of: {@code {"binary": base64}}, {@code {"date": "2026-01-31"}}, {@code {"reference": dn}}.
 */
public final class JsonContent {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonContent() {}

    /**
     * The content a JSON value stands for.
     *
     * @throws IllegalArgumentException if it stands for none
     */
    public static Content read(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> Absence.NULL;
            case ARRAY -> several(node);
            case STRING, NUMBER, BOOLEAN, OBJECT -> single(node);
            case BINARY, MISSING, POJO -> throw unknown(node);
        };
    }

    private static Content several(JsonNode array) {
        List<Value> values = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            if (!element.isNull()) {
                values.add(single(element));
            }
        }
        return Content.of(values);
    }

    private static Value single(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> new TextValue(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> BooleanValue.of(node.booleanValue());
            case OBJECT -> marked(node);
            case ARRAY, NULL, BINARY, MISSING, POJO -> throw unknown(node);
        };
    }

    private static Value number(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("Numbers are whole and have 64 bits; give " + node + " as a text");
        }
        return new IntegerValue(node.longValue());
    }

    private static Value marked(JsonNode node) {
        if (node.size() == 1 && node.iterator().next().isString()) {
            String mark = node.propertyNames().iterator().next();
            String text = node.get(mark).stringValue();
            return switch (mark) {
                case "binary" -> binary(text);
                case "date" -> date(text);
                case "reference" -> ReferenceValue.toDn(text);
                default -> throw unknown(node);
            };
        }
        throw unknown(node);
    }

    private static Value binary(String base64) {
        try {
            return new BinaryValue(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("'" + base64 + "' is no Base64", broken);
        }
    }

    private static Value date(String text) {
        try {
            return new DateValue(text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text));
        } catch (DateTimeParseException broken) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no date: write 2026-01-31 or 2026-01-31T09:30:00Z", broken);
        }
    }

    private static IllegalArgumentException unknown(JsonNode node) {
        return new IllegalArgumentException(node + " is no value: write a text, a whole number, true, false, null, "
                + "an array of these, or an object with one of \"binary\", \"date\", \"reference\"");
    }

    /** The JSON value that stands for a content. */
    public static JsonNode write(Content content) {
        return switch (content) {
            case Absence absence -> write(absence);
            case Value value -> write(value);
            case Values values -> write(values);
        };
    }

    private static JsonNode write(Values values) {
        ArrayNode array = JSON.arrayNode(values.count());
        values.asList().forEach(value -> array.add(write(value)));
        return array;
    }

    private static JsonNode write(Absence absence) {
        return switch (absence) {
            case NULL -> JSON.nullNode();
            case AUTHORITATIVE_NULL -> mark("intent", "AuthoritativeNull");
            case IGNORE_THIS_FLOW -> mark("intent", "IgnoreThisFlow");
        };
    }

    private static JsonNode write(Value value) {
        return switch (value) {
            case TextValue text -> JSON.stringNode(text.text());
            case IntegerValue integer -> JSON.numberNode(integer.number());
            case BooleanValue truth -> JSON.booleanNode(truth.isTrue());
            case BinaryValue binary -> mark("binary", binary.text());
            case DateValue date -> mark("date", date.text());
            case ReferenceValue reference -> mark("reference", reference.key());
            case GeneratedSecret secret -> JSON.stringNode(secret.text());
        };
    }

    private static JsonNode mark(String mark, String text) {
        return JSON.objectNode().put(mark, text);
    }
}
