package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/** Puts a look at the time at the beginning of everything in a script that may be done over and over. */
final class InterruptChecks extends CodeVisitorSupport {

    private InterruptChecks() {}

    /** The closures and loops in the closure of a hook; it is called once itself. */
    static void addTo(ClosureExpression hook) {
        hook.getCode().visit(new InterruptChecks());
    }

    /** A method that a script calls. */
    static void addTo(MethodNode method) {
        if (method.getCode() != null) {
            method.getCode().visit(new InterruptChecks());
            method.setCode(checked(method.getCode()));
        }
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        super.visitClosureExpression(closure);
        closure.setCode(checked(closure.getCode()));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        super.visitForLoop(loop);
        check(loop);
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        check(loop);
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        super.visitDoWhileLoop(loop);
        check(loop);
    }

    private static void check(LoopingStatement loop) {
        loop.setLoopBlock(checked(loop.getLoopBlock()));
    }

    private static BlockStatement checked(Statement code) {
        BlockStatement block = new BlockStatement();
        block.setSourcePosition(code);
        block.addStatement(new ExpressionStatement(Generated.mark(new StaticMethodCallExpression(
                ClassHelper.make(TimeBudget.class), "check", new ArgumentListExpression()))));
        block.addStatement(code);
        return block;
    }
}
