package org.syncline.dsl.expression;

import java.time.Instant;
import java.util.List;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** A part of an expression whose result is known when it is compiled. */
record Constant(Shape shape, Content content, List<Value> list) implements Term {

    static Constant of(Content content) {
        return switch (content) {
            case Absence nothing -> new Constant(Shape.NOTHING, nothing, List.of());
            case Value value -> new Constant(Shape.one(value.type()), value, value.asList());
            default -> new Constant(Shape.UNKNOWN, content, content.asList());
        };
    }

    static Constant of(String text) {
        return of(new TextValue(text));
    }

    static Constant of(long number) {
        return of(new IntegerValue(number));
    }

    /** What a term results in that depends on nothing. */
    static Constant folded(Term term) {
        Evaluation nowhere = Evaluation.at(Instant.EPOCH);
        return new Constant(term.shape(), term.content(nowhere), term.list(nowhere));
    }

    @Override
    public Content content(Evaluation evaluation) {
        return content;
    }

    @Override
    public List<Value> list(Evaluation evaluation) {
        return list;
    }

    @Override
    public String text(Evaluation evaluation) {
        return Reading.text(content);
    }

    @Override
    public long integer(Evaluation evaluation) {
        return Reading.integer(content);
    }
}
