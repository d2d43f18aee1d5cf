package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** Applies a function of single values to each value of one of its arguments. */
final class EachValue implements Term {
    private final Shape shape;
    private final Term function;
    private final Term[] arguments;
    private final Slot[] slots;

    /** The function reads from the slots what the arguments result in, value by value. */
    EachValue(Term function, List<Term> arguments, List<Slot> slots) {
        this.shape = function.shape().with(count(function, arguments));
        this.function = function;
        this.arguments = arguments.toArray(Term[]::new);
        this.slots = slots.toArray(Slot[]::new);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    private static Shape.Count count(Term function, List<Term> arguments) {
        return arguments.stream().map(argument -> argument.shape().count()).reduce(function.shape().count(),
                Shape::either);
    }

    @Override
    public Content content(Evaluation evaluation) {
        Several several = bind(evaluation);
        return several == null ? function.content(evaluation) : Content.of(each(several, evaluation));
    }

    @Override
    public List<Value> list(Evaluation evaluation) {
        Several several = bind(evaluation);
        return several == null ? function.list(evaluation) : each(several, evaluation);
    }

    /** Binds the arguments to their slots; the one with several values is left to {@link #each}. */
    private Several bind(Evaluation evaluation) {
        Several several = null;
        for (int index = 0; index < arguments.length; index++) {
            List<Value> values = arguments[index].list(evaluation);
            if (values.size() <= 1) {
                slots[index].bind(evaluation, values.isEmpty() ? Absence.NULL : values.getFirst());
            } else if (several == null) {
                several = new Several(slots[index], values);
            } else {
                throw new EvaluationException(
                        "Only one argument may have several values here: " + Naming.HOW_TO_GET_ONE);
            }
        }
        return several;
    }

    private List<Value> each(Several several, Evaluation evaluation) {
        List<Value> results = new ArrayList<>(several.values.size());
        for (Value value : several.values) {
            several.slot.bind(evaluation, value);
            results.addAll(function.list(evaluation));
        }
        return results;
    }

    private record Several(Slot slot, List<Value> values) {}
}
