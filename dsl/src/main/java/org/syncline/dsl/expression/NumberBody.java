package org.syncline.dsl.expression;

import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import org.syncline.dsl.expression.Function.Body;

/** The shapes of functions that result in a whole number; an absent argument makes the result absent. */
final class NumberBody {
    private NumberBody() {}

    static Term term(IntegerTerm body) {
        return body;
    }

    static Body ofText(ToLongFunction<String> body) {
        return arguments -> {
            Term text = arguments.get(0);
            return term(evaluation -> {
                String value = text.text(evaluation);
                return value == null ? Term.ABSENT : body.applyAsLong(value);
            });
        };
    }

    static Body ofNumbers(LongBinaryOperator body) {
        return arguments -> {
            Term left = arguments.get(0);
            Term right = arguments.get(1);
            return term(evaluation -> {
                long first = left.integer(evaluation);
                long second = right.integer(evaluation);
                return first == Term.ABSENT || second == Term.ABSENT
                        ? Term.ABSENT
                        : Reading.usable(body.applyAsLong(first, second));
            });
        };
    }
}
