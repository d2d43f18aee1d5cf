package org.syncline.dsl.expression;

import java.util.function.BiPredicate;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * Compares each of the values of a call's first argument with another argument.
 *
 * @param values the first argument
 * @param other what to compare with; a text is read as a value of the type of what it is compared with
 */
record ValueTest(Term values, Term other, BiPredicate<Value, Value> test) {

    /** A constant text that is no value of the first argument's type is a mistake. */
    static ValueTest of(Arguments arguments, int index, BiPredicate<Value, Value> test) {
        AttributeType type = arguments.get(0).shape().type();
        String text = arguments.constantText(index);
        return new ValueTest(
                arguments.get(0),
                type == null || text == null ? checked(arguments, index, type) : read(arguments, index, text, type),
                test);
    }

    private static Term read(Arguments arguments, int index, String text, AttributeType type) {
        Value value = Conversions.read(text, type);
        if (value == null) {
            arguments.mistake(
                    index,
                    Kind.TYPE,
                    arguments.quoted(0) + " is " + Naming.ofType(type) + ", but '" + text + "' is not",
                    null);
            return Compilation.broken();
        }
        return Constant.of(value);
    }

    private static Term checked(Arguments arguments, int index, AttributeType type) {
        AttributeType other = arguments.get(index).shape().type();
        if (type != null && other != null && other != type && other != AttributeType.STRING) {
            arguments.mistake(
                    index,
                    Kind.TYPE,
                    arguments.quoted(0) + " is " + Naming.ofType(type) + ", but " + arguments.quoted(index) + " is "
                            + Naming.ofType(other),
                    null);
        }
        return arguments.get(index);
    }

    boolean anyHolds(Evaluation evaluation) {
        Value wanted = Reading.value(other.content(evaluation));
        return wanted != null && values.list(evaluation).stream().anyMatch(value -> holds(value, wanted));
    }

    static boolean anyHoldsBoth(ValueTest one, ValueTest another, Evaluation evaluation) {
        Value first = Reading.value(one.other.content(evaluation));
        Value second = Reading.value(another.other.content(evaluation));
        return first != null && second != null && one.values.list(evaluation).stream()
                .anyMatch(value -> one.holds(value, first) && another.holds(value, second));
    }

    private boolean holds(Value value, Value wanted) {
        return test.test(value, wanted instanceof TextValue ? Conversions.to(value.type(), wanted) : wanted);
    }
}
