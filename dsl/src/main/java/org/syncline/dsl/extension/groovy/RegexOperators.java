package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** Makes {@code =~} and {@code ==~} calls of methods that look at the time. */
final class RegexOperators extends HookTransformer {
    private RegexOperators(SourceUnit source) {
        super(source);
    }

    static void in(SourceUnit source, Statement code) {
        code.visit(new RegexOperators(source));
    }

    @Override
    Expression replaced(Expression expression) {
        return switch (expression) {
            case BinaryExpression binary when binary.getOperation().getType() == Types.FIND_REGEX ->
                    call("matcher", binary);
            case BinaryExpression binary when binary.getOperation().getType() == Types.MATCH_REGEX ->
                    call("match", binary);
            default -> expression.transformExpression(this);
        };
    }

    private Expression call(String method, BinaryExpression binary) {
        StaticMethodCallExpression call = new StaticMethodCallExpression(
                ClassHelper.make(TimedRegex.class), method, new ArgumentListExpression(
                        transform(binary.getLeftExpression()), transform(binary.getRightExpression())));
        call.setSourcePosition(binary);
        return Generated.mark(call);
    }
}
