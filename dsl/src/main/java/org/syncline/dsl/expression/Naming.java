package org.syncline.dsl.expression;

import java.util.stream.Collectors;
import org.syncline.schema.identity.AttributeType;

/** How messages call types and parts of expressions. */
final class Naming {
    static final String HOW_TO_GET_ONE = "take one with Item, or make them one text with Join";
    private static final int LONGEST = 30;

    private Naming() {}

    static String ofType(AttributeType type) {
        return switch (type) {
            case STRING -> "a text";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "True or False";
            case BINARY -> "binary data";
            case DATE -> "a date";
            case REFERENCE -> "a reference";
        };
    }

    /** The same at the beginning of a sentence. */
    static String aValue(AttributeType type) {
        String name = ofType(type);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The function that makes one type of another; null if none does. */
    static String conversion(AttributeType from, AttributeType to) {
        return switch (to) {
            case STRING -> from == AttributeType.DATE
                    ? "FormatDateTime"
                    : from == AttributeType.BINARY ? "ConvertToBase64" : "CStr";
            case INTEGER -> from == AttributeType.STRING ? "CNum" : from == AttributeType.DATE ? "NumFromDate" : null;
            case BOOLEAN -> from == AttributeType.STRING || from == AttributeType.INTEGER ? "CBool" : null;
            case DATE -> from == AttributeType.STRING ? "CDate" : from == AttributeType.INTEGER ? "DateFromNum" : null;
            case REFERENCE -> from == AttributeType.STRING ? "CRef" : null;
            case BINARY -> from == AttributeType.STRING ? "CBin" : null;
        };
    }

    /** A part of an expression, short enough to be quoted. */
    static String of(Node node) {
        return switch (node) {
            case Node.Text text -> '"' + shortened(text.text()) + '"';
            case Node.Number number -> Long.toString(number.number());
            case Node.Word word -> word.word();
            case Node.Attribute attribute -> '[' + attribute.name() + ']';
            case Node.Parameter parameter -> '%' + parameter.name() + '%';
            case Node.Decided decided -> '{' + decided.name() + '}';
            case Node.Call call -> isOperator(call.function())
                    ? "the result of " + call.function()
                    : call.function() + call.arguments().stream().map(argument -> "...")
                            .collect(Collectors.joining(", ", "(", ")"));
        };
    }

    static boolean isOperator(String function) {
        return !Character.isLetter(function.charAt(0)) || function.equals("And") || function.equals("Or")
                || function.equals("Not");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
