package org.syncline.dsl.expression;

import java.util.Optional;
import java.util.function.Function;
import org.syncline.dsl.expression.ExpressionException.Kind;

/**
 * What is made of a text argument, such as a pattern.
 *
 * <p>It is made once if the text is known when the expression is compiled, else at each evaluation.
 *
 * @param <T> what is made of the text
 */
final class CheckedConstant<T> {
    private final Term text;
    private final Function<String, T> maker;
    private final T constant;

    private CheckedConstant(Term text, Function<String, T> maker, T constant) {
        this.text = text;
        this.maker = maker;
        this.constant = constant;
    }

    /**
     * A constant text that cannot be used is a mistake of the expression.
     *
     * @param maker throws an {@link EvaluationException} for a text that cannot be used
     */
    static <T> CheckedConstant<T> of(Arguments arguments, int index, Function<String, T> maker) {
        String text = arguments.constantText(index);
        T made = null;
        try {
            made = text == null ? null : maker.apply(text);
        } catch (EvaluationException unusable) {
            arguments.mistake(index, Kind.TYPE, unusable.getMessage(), null);
        }
        return new CheckedConstant<>(arguments.get(index), maker, made);
    }

    /** What was made of a text that is known when the expression is compiled. */
    Optional<T> constant() {
        return Optional.ofNullable(constant);
    }

    /** What was made of the text; null for nothing. */
    T value(Evaluation evaluation) {
        if (constant != null) {
            return constant;
        }
        String given = text.text(evaluation);
        return given == null ? null : maker.apply(given);
    }
}
