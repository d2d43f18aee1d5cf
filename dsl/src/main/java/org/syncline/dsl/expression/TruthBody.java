package org.syncline.dsl.expression;

import java.util.function.Predicate;
import org.syncline.dsl.expression.Function.Body;

/** The shapes of functions that are True or False; an absent argument makes them False. */
final class TruthBody {
    private TruthBody() {}

    static Term term(Predicate<Evaluation> body) {
        return new TruthTerm() {
            @Override
            boolean truth(Evaluation evaluation) {
                return body.test(evaluation);
            }
        };
    }

    static Body ofText(Predicate<String> body) {
        return arguments -> {
            Term text = arguments.get(0);
            return term(evaluation -> {
                String value = text.text(evaluation);
                return value != null && body.test(value);
            });
        };
    }
}
