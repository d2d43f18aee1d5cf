package org.syncline.dsl.expression;

import java.util.List;
import java.util.function.Function;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** The shapes of functions that result in values as they are stored. */
final class ContentBody {
    private ContentBody() {}

    static Term term(Shape shape, Function<Evaluation, Content> body) {
        return new OfContent(shape, body);
    }

    /** Several values, whose order and repetitions count until they are stored. */
    static Term list(Shape each, Function<Evaluation, List<Value>> body) {
        return new OfList(each.with(Shape.Count.MANY), body);
    }

    private record OfContent(Shape shape, Function<Evaluation, Content> body) implements Term {
        @Override
        public Content content(Evaluation evaluation) {
            return body.apply(evaluation);
        }
    }

    private record OfList(Shape shape, Function<Evaluation, List<Value>> body) implements Term {
        @Override
        public List<Value> list(Evaluation evaluation) {
            return body.apply(evaluation);
        }

        @Override
        public Content content(Evaluation evaluation) {
            return Content.of(list(evaluation));
        }
    }
}
