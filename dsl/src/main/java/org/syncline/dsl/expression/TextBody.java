package org.syncline.dsl.expression;

import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.syncline.dsl.expression.Function.Body;

/** The shapes of functions that result in a text; an absent argument makes the result absent. */
final class TextBody {
    private TextBody() {}

    /** A text and a number. */
    @FunctionalInterface
    interface TextNumber {
        String of(String text, long number);
    }

    /** A text and two numbers. */
    @FunctionalInterface
    interface TextNumberNumber {
        String of(String text, long first, long second);
    }

    /** A text, a number and a text. */
    @FunctionalInterface
    interface TextNumberText {
        String of(String text, long number, String other);
    }

    static Term term(TextTerm body) {
        return body;
    }

    static Body ofText(UnaryOperator<String> body) {
        return arguments -> {
            Term text = arguments.get(0);
            return term(evaluation -> {
                String value = text.text(evaluation);
                return value == null ? null : body.apply(value);
            });
        };
    }

    static Body ofTexts(BinaryOperator<String> body) {
        return arguments -> {
            Term text = arguments.get(0);
            Term other = arguments.get(1);
            return term(evaluation -> {
                String first = text.text(evaluation);
                String second = other.text(evaluation);
                return first == null || second == null ? null : body.apply(first, second);
            });
        };
    }

    static Body ofTextNumber(TextNumber body) {
        return arguments -> {
            Term text = arguments.get(0);
            Term number = arguments.get(1);
            return term(evaluation -> {
                String first = text.text(evaluation);
                long second = number.integer(evaluation);
                return first == null || second == Term.ABSENT ? null : body.of(first, second);
            });
        };
    }

    static Body ofTextNumberNumber(TextNumberNumber body) {
        return arguments -> {
            Term text = arguments.get(0);
            Term number = arguments.get(1);
            Term other = arguments.get(2);
            return term(evaluation -> {
                String first = text.text(evaluation);
                long second = number.integer(evaluation);
                long third = other.integer(evaluation);
                return first == null || second == Term.ABSENT || third == Term.ABSENT
                        ? null
                        : body.of(first, second, third);
            });
        };
    }

    static Body ofTextNumberText(TextNumberText body) {
        return arguments -> {
            Term text = arguments.get(0);
            Term number = arguments.get(1);
            Term other = arguments.get(2);
            return term(evaluation -> {
                String first = text.text(evaluation);
                long second = number.integer(evaluation);
                String third = other.text(evaluation);
                return first == null || second == Term.ABSENT || third == null ? null : body.of(first, second, third);
            });
        };
    }

    /** The same, with an empty text in place of nothing. */
    static Body emptyForNothing(Body body) {
        return arguments -> {
            Term result = body.bind(arguments);
            return term(evaluation -> {
                String text = result.text(evaluation);
                return text == null ? "" : text;
            });
        };
    }
}
