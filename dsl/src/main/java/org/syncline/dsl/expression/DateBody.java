package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.function.Function;

/** The shapes of functions that result in a date. */
final class DateBody {
    private DateBody() {}

    static Term term(Function<Evaluation, Instant> body) {
        return new DateTerm() {
            @Override
            Instant date(Evaluation evaluation) {
                return body.apply(evaluation);
            }
        };
    }
}
