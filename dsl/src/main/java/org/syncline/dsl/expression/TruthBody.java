package org.syncline.dsl.expression;

import java.util.function.Predicate;

/** The shape of functions that are True or False. */
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
}
