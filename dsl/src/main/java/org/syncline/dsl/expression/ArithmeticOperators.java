package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.INTEGER;

import java.util.List;
import java.util.function.LongBinaryOperator;
import org.syncline.dsl.expression.Function.Group;

/** The operators {@code + - * /} on whole numbers. */
final class ArithmeticOperators {
    private static final String RESULT = "A whole number; nothing if either side is nothing.";
    private static final String OVERFLOW = "when the result does not fit into 64 bits";

    private ArithmeticOperators() {}

    static List<Function> functions() {
        return List.of(
                declare("+", "Adds whole numbers; texts are joined by &.", OVERFLOW)
                        .example("2 + 3", "5")
                        .as(NumberBody.ofNumbers(checked(Math::addExact))),
                minus(),
                declare("*", "Multiplies whole numbers.", OVERFLOW)
                        .example("2 + 3 * 4", "14")
                        .as(NumberBody.ofNumbers(checked(Math::multiplyExact))),
                declare("/", "Divides whole numbers; what is left over is dropped.", "when the divisor is 0")
                        .example("7 / 2", "3")
                        .example("-7 / 2", "-3")
                        .as(NumberBody.ofNumbers(checked(ArithmeticOperators::divide))));
    }

    private static Function minus() {
        return new Declaration(Group.OPERATORS, "-",
                "Subtracts the second whole number, or changes the sign of the only one.")
                .takes(
                        each("number", INTEGER, "the number to subtract from, or to change the sign of"),
                        each("other", INTEGER, "the number to subtract").otherwise(Missing.ARGUMENT))
                .gives(RESULT)
                .fails(OVERFLOW)
                .example("3 - 5", "-2")
                .example("-(3 - 5)", "2")
                .as(arguments -> arguments.get(1) == Missing.ARGUMENT
                        ? negated(arguments.get(0))
                        : NumberBody.ofNumbers(checked(Math::subtractExact)).bind(arguments));
    }

    private static Declaration declare(String name, String purpose, String errors) {
        return new Declaration(Group.OPERATORS, name, purpose)
                .takes(each("left", INTEGER, "a number"), each("right", INTEGER, "a number"))
                .gives(RESULT)
                .fails(errors);
    }

    private static Term negated(Term number) {
        LongBinaryOperator subtract = checked(Math::subtractExact);
        return NumberBody.term(evaluation -> {
            long value = number.integer(evaluation);
            return value == Term.ABSENT ? Term.ABSENT : Reading.usable(subtract.applyAsLong(0, value));
        });
    }

    private static long divide(long left, long right) {
        if (right == 0) {
            throw new EvaluationException(left + " cannot be divided by 0");
        }
        return Math.divideExact(left, right);
    }

    private static LongBinaryOperator checked(LongBinaryOperator operator) {
        return (left, right) -> {
            try {
                return operator.applyAsLong(left, right);
            } catch (ArithmeticException overflow) {
                throw new EvaluationException("The result of " + left + " and " + right + " does not fit into 64 bits");
            }
        };
    }
}
