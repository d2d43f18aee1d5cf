package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.control.SourceUnit;

/** Replaces expressions of a script, those inside closures too. */
abstract class HookTransformer extends ClassCodeExpressionTransformer {
    private final SourceUnit source;

    HookTransformer(SourceUnit source) {
        this.source = source;
    }

    @Override
    protected final SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public final Expression transform(Expression expression) {
        return switch (expression) {
            case null -> null;
            case ClosureExpression closure -> {
                closure.getCode().visit(this);
                yield closure;
            }
            default -> replaced(expression);
        };
    }

    /** What stands in the place of an expression that is no closure; as a rule the same with its parts transformed. */
    abstract Expression replaced(Expression expression);
}
