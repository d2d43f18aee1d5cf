package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.expr.Expression;

/** Marks what the compiler puts into scripts, which may do what scripts may not. */
final class Generated {
    private Generated() {}

    static <E extends Expression> E mark(E expression) {
        expression.putNodeMetaData(Generated.class, Boolean.TRUE);
        return expression;
    }

    static boolean is(Expression expression) {
        return expression.getNodeMetaData(Generated.class) != null;
    }
}
