package org.syncline.dsl.expression;

import java.util.List;
import java.util.function.Function;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** The shapes of functions that result in values as they are stored. */
final class ContentBody {
    private ContentBody() {}

    static Term term(Shape shape, Function<Evaluation, Content> body) {
        return new Term(shape) {
            @Override
            Content content(Evaluation evaluation) {
                return body.apply(evaluation);
            }
        };
    }

    /** Several values, whose order and repetitions count until they are stored. */
    static Term list(Shape each, Function<Evaluation, List<Value>> body) {
        return new ListTerm(each) {
            @Override
            List<Value> list(Evaluation evaluation) {
                return body.apply(evaluation);
            }
        };
    }
}
