package org.syncline.dsl.expression;

import java.util.List;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** A variable that is evaluated when it is first read, once; With resets it. */
record LazyVariable(int number, Term term) implements Term {

    @Override
    public Shape shape() {
        return term.shape();
    }

    void reset(Evaluation evaluation) {
        evaluation.variable(number, null);
    }

    @Override
    public Content content(Evaluation evaluation) {
        return remembered(evaluation).content();
    }

    @Override
    public List<Value> list(Evaluation evaluation) {
        return remembered(evaluation).list();
    }

    private Remembered remembered(Evaluation evaluation) {
        if (evaluation.variable(number) instanceof Remembered known) {
            return known;
        }
        Remembered result = Remembered.of(term, evaluation);
        evaluation.variable(number, result);
        return result;
    }

    private record Remembered(Content content, List<Value> list) {
        static Remembered of(Term term, Evaluation evaluation) {
            List<Value> list = term.shape().many() ? term.list(evaluation) : List.of();
            if (!list.isEmpty()) {
                return new Remembered(Content.of(list), list);
            }
            Content content = term.content(evaluation);
            return new Remembered(content, content.asList());
        }
    }
}
