package org.syncline.platform.app.command;

import java.util.List;
import java.util.Locale;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** A value of an attribute as it is given on the command line: {@code NAME=TEXT} or {@code NAME:TYPE=VALUE}. */
record GivenAttribute(String name, Value value) {
    private static final List<AttributeType> TYPES =
            List.of(AttributeType.STRING, AttributeType.INTEGER, AttributeType.BOOLEAN, AttributeType.DATE);

    static GivenAttribute of(String option) {
        int equals = option.indexOf('=');
        if (equals < 1) {
            throw new CommandLineProblem("'" + option + "' is no NAME=TEXT");
        }
        String name = option.substring(0, equals);
        TextValue text = new TextValue(option.substring(equals + 1));
        int colon = name.lastIndexOf(':');
        return colon < 1
                ? new GivenAttribute(name, text)
                : new GivenAttribute(name.substring(0, colon), typed(option, name.substring(colon + 1), text));
    }

    private static Value typed(String option, String typeName, TextValue text) {
        AttributeType type = TYPES.stream().filter(known -> written(known).equals(typeName)).findFirst()
                .orElseThrow(
                        () -> new CommandLineProblem("'" + typeName + "' in '" + option + "' is no type; there are "
                                + String.join(", ", TYPES.stream().map(GivenAttribute::written).toList())));
        Value value = Conversion.to(type, text);
        if (value == null) {
            throw new CommandLineProblem("'" + text.text() + "' in '" + option + "' is no value of type " + typeName
                    + example(type));
        }
        return value;
    }

    private static String example(AttributeType type) {
        return switch (type) {
            case INTEGER -> "; write a whole number, such as 512";
            case BOOLEAN -> "; write true or false";
            case DATE -> "; write it as 2026-05-04 or 2026-05-04T08:00:00Z";
            case STRING, BINARY, REFERENCE -> "";
        };
    }

    private static String written(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
