package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.BOOLEAN;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.REFERENCE;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Body;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions that make a value of one type of a value of another. */
final class ConversionFunctions {
    private ConversionFunctions() {}

    static List<Function> functions() {
        return List.of(text(), number(), truth(), binary());
    }

    private static Function text() {
        return declare("CStr", "Writes a value as text.")
                .takes(each("value", STRING, "the value").or(INTEGER).or(BOOLEAN).or(REFERENCE))
                .gives("A text, True or False for a condition; nothing for nothing.")
                .example("CStr(42)", "42")
                .example("CStr(1 < 2)", "True")
                .as(converting(Shape.TEXT, ConversionFunctions::written));
    }

    private static Function number() {
        return declare("CNum", "Reads a whole number from a text.")
                .takes(each("value", STRING, "a text of digits, with a sign or not, or &H and hexadecimal digits")
                        .or(INTEGER))
                .gives("A whole number; nothing for nothing.")
                .fails("when the text is no whole number of 64 bits")
                .example("CNum(\"-42\") + 1", "-41")
                .as(converting(Shape.INTEGER, ConversionFunctions::asNumber));
    }

    private static Function truth() {
        return declare("CBool", "Makes a condition of a value.")
                .takes(each("value", BOOLEAN, "the value").or(INTEGER).or(STRING))
                .gives("False for the number 0 and the texts False and 0, True for any other number and the texts True and 1;"
                        + " nothing for nothing, which counts as False.")
                .fails("when a text is neither True nor False nor a number")
                .example("CBool(2)", "True")
                .example("CBool(\"false\")", "False")
                .example("CBool(InStr(\"abc\", \"z\") > 0)", "False")
                .as(converting(Shape.BOOLEAN, ConversionFunctions::asTruth));
    }

    private static Function binary() {
        return declare("CBin", "Reads binary data from Base64.")
                .takes(each("value", STRING, "Base64"))
                .gives("Binary data; nothing for nothing.")
                .fails("when the text is not Base64")
                .example("CBin(\"AQID\")", "AQID")
                .as(converting(Shape.BINARY, value -> read(value, Shape.BINARY, "binary data in Base64")));
    }

    /** Makes one value of another. */
    @FunctionalInterface
    interface Conversion {
        Value of(Value value);
    }

    static Body converting(Shape shape, Conversion conversion) {
        return arguments -> {
            Term argument = arguments.get(0);
            return ContentBody.term(shape, evaluation -> {
                Value value = Reading.value(argument.content(evaluation));
                return value == null ? Absence.NULL : conversion.of(value);
            });
        };
    }

    private static Value written(Value value) {
        return switch (value.type()) {
            case STRING -> new TextValue(Reading.text(value));
            case INTEGER, BOOLEAN, REFERENCE -> new TextValue(value.text());
            case DATE, BINARY ->
                    throw new EvaluationException("CStr cannot write " + Naming.ofType(value.type()) + "; use "
                            + Naming.conversion(value.type(), STRING));
        };
    }

    private static Value asNumber(Value value) {
        return value instanceof IntegerValue ? value : read(value, Shape.INTEGER, "a whole number");
    }

    private static Value asTruth(Value value) {
        return switch (value) {
            case BooleanValue truth -> truth;
            case IntegerValue number -> BooleanValue.of(number.number() != 0);
            default -> read(value, Shape.BOOLEAN, "True, False or a number");
        };
    }

    static Value read(Value value, Shape shape, String wanted) {
        Value read = Conversions.read(Reading.text(value), shape.type());
        if (read == null) {
            throw new EvaluationException("'" + value.text() + "' is not " + wanted);
        }
        return read;
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CONVERSION, name, purpose);
    }
}
