package org.syncline.dsl.expression;

import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.syncline.schema.identity.Content;

/** What {@link Root} copies for each expression: a class whose term is a constant. */
final class RootTemplate extends Root {
    private static final Term TERM = term();

    RootTemplate() {}

    private static Term term() {
        try {
            return Objects.requireNonNull(MethodHandles.classData(MethodHandles.lookup(), "_", Term.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("A class cannot read its own data", impossible);
        }
    }

    @Override
    Content content(Evaluation evaluation) {
        return TERM.content(evaluation);
    }

    @Override
    boolean truth(Evaluation evaluation) {
        return TERM.truth(evaluation);
    }
}
