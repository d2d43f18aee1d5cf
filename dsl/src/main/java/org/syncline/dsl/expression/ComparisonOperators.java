package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;

import java.util.Arrays;
import java.util.List;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.AttributeType;

/** The operators {@code = <> < <= > >=}. */
final class ComparisonOperators {
    static final String RESULT =
            "True or False; False if either side is nothing. Texts are compared without regard to case.";
    static final String ERRORS = "when a side has several values, or the two sides are of different types";

    private ComparisonOperators() {}

    static List<Function> functions() {
        return Arrays.stream(Comparison.values()).map(ComparisonOperators::declared).toList();
    }

    private static Function declared(Comparison comparison) {
        Declaration declaration = new Declaration(Group.OPERATORS, comparison.symbol(), purpose(comparison))
                .takes(any("left", "a value"), any("right", "a value of the same type"))
                .gives(RESULT)
                .fails(ERRORS);
        for (String[] example : examples(comparison)) {
            declaration.example(example[0], example[1]);
        }
        return declaration.as(arguments -> bind(comparison, arguments));
    }

    private static String purpose(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "Whether two values are the same.";
            case UNEQUAL -> "Whether two values are not the same.";
            case LESS -> "Whether the first of two numbers, texts or dates comes before the second.";
            case AT_MOST -> "Whether the first of two numbers, texts or dates comes before the second or is the same.";
            case GREATER -> "Whether the first of two numbers, texts or dates comes after the second.";
            case AT_LEAST -> "Whether the first of two numbers, texts or dates comes after the second or is the same.";
        };
    }

    private static String[][] examples(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> new String[][]{{"\"Ann\" = \"ANN\"", "True"}, {"1 + 1 = 2", "True"}};
            case UNEQUAL -> new String[][]{{"\"Ann\" <> \"Bob\"", "True"}};
            case LESS -> new String[][]{{"2 < 10", "True"}, {"\"b\" < \"A\"", "False"}};
            case AT_MOST -> new String[][]{{"2 <= 2", "True"}};
            case GREATER -> new String[][]{{"10 > 9", "True"}};
            case AT_LEAST -> new String[][]{{"2 >= 3", "False"}};
        };
    }

    static Term bind(Comparison comparison, Arguments arguments) {
        return check(comparison, arguments)
                ? ComparisonTerms.of(comparison, arguments.get(0), arguments.get(1))
                : Compilation.broken();
    }

    private static boolean check(Comparison comparison, Arguments arguments) {
        return isComparable(comparison, arguments, 0) && isComparable(comparison, arguments, 1)
                && areAlike(comparison, arguments);
    }

    private static boolean isComparable(Comparison comparison, Arguments arguments, int index) {
        Shape shape = arguments.get(index).shape();
        String quoted = arguments.quoted(index);
        if (shape.nothing()) {
            arguments.mistake(
                    index, Kind.TYPE, "Comparing with nothing is never True",
                    "IsNull(" + arguments.quoted(1 - index) + ")");
        } else if (shape.isMany()) {
            arguments.mistake(
                    index,
                    Kind.TYPE,
                    "The operator " + comparison.symbol() + " compares single values, but " + quoted
                            + " may hold several",
                    "Contains(" + quoted + ", " + arguments.quoted(1 - index) + ") > 0");
        } else if (!comparison.isEquality() && hasNoOrder(shape.type())) {
            arguments.mistake(
                    index,
                    Kind.TYPE,
                    "The operator " + comparison.symbol() + " needs numbers, texts or dates, but " + quoted + " is "
                            + Naming.ofType(shape.type()),
                    null);
        } else {
            return true;
        }
        return false;
    }

    private static boolean hasNoOrder(AttributeType type) {
        return type == AttributeType.BOOLEAN || type == AttributeType.BINARY || type == AttributeType.REFERENCE;
    }

    private static boolean areAlike(Comparison comparison, Arguments arguments) {
        AttributeType left = arguments.get(0).shape().type();
        AttributeType right = arguments.get(1).shape().type();
        if (left == null || right == null || left == right) {
            return true;
        }
        int text = right == AttributeType.STRING ? 1 : 0;
        String conversion = Naming.conversion(text == 1 ? right : left, text == 1 ? left : right);
        arguments.mistake(
                text,
                Kind.TYPE,
                "The operator " + comparison.symbol() + " cannot compare " + arguments.quoted(0) + ", which is "
                        + Naming.ofType(left) + ", with " + arguments.quoted(1) + ", which is " + Naming.ofType(right),
                conversion == null ? null : conversion + "(" + arguments.quoted(text) + ")");
        return false;
    }
}
