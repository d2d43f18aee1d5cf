package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.ExpressionException.Mistake;

/** Collects what is wrong with one expression. */
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    void add(Kind kind, Node.Position position, String message, String suggestion) {
        found.add(new Mistake(kind, position.line(), position.column(), message, suggestion));
    }

    void throwIfAny() throws ExpressionException {
        if (!found.isEmpty()) {
            throw new ExpressionException(found);
        }
    }

    int count() {
        return found.size();
    }
}
