package org.syncline.dsl.lint;

import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.NodeText;

/** A text that is the same for expressions that are the same, however they are written. */
final class SameText {
    private SameText() {}

    static String of(Expression expression) {
        return expression.tree() == null ? expression.source() : NodeText.of(expression.tree());
    }
}
