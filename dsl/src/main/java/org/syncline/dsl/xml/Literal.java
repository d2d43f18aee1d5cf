package org.syncline.dsl.xml;

import java.util.Locale;
import java.util.Optional;
import org.syncline.dsl.expression.Node;
import org.syncline.schema.identity.AttributeType;

/** A value that stands in an attribute of an element, as a part of an expression. */
final class Literal {
    private static final int HEXADECIMAL = 16;

    private Literal() {}

    /** The value as one of a type, null for text; empty if it cannot be one. */
    static Optional<Node> of(String value, AttributeType type) {
        return switch (type) {
            case INTEGER -> number(value);
            case BOOLEAN -> truth(value.strip().toLowerCase(Locale.ROOT));
            case DATE -> Optional.of(Nodes.call("CDate", Nodes.text(value)));
            case BINARY -> Optional.empty();
            case REFERENCE -> Optional.of(Nodes.call("CRef", Nodes.text(value)));
            case STRING -> Optional.of(Nodes.text(value));
            case null -> Optional.of(Nodes.text(value));
        };
    }

    private static Optional<Node> number(String value) {
        try {
            return Optional.of(Nodes.number(Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> truth(String value) {
        return switch (value) {
            case "true" -> Optional.of(Nodes.TRUE);
            case "false" -> Optional.of(Nodes.word("False"));
            default -> Optional.empty();
        };
    }

    /** The bits of a number written in decimal or with {@code &H}; 0 if it is none, which was reported. */
    static long bits(String text) {
        try {
            return text == null
                    ? 0
                    : text.startsWith("&")
                            ? Long.parseUnsignedLong(text.substring(2), HEXADECIMAL)
                            : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What a value of a type is called in a sentence. */
    static String what(AttributeType type) {
        return switch (type) {
            case STRING -> "a text";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case BINARY -> "binary data";
            case DATE -> "a date";
            case REFERENCE -> "a reference";
        };
    }
}
