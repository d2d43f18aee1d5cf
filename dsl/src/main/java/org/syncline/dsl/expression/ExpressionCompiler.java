package org.syncline.dsl.expression;

/** Checks an expression against the names it may use and compiles it. */
public final class ExpressionCompiler {
    private ExpressionCompiler() {}

    /**
     * Compiles the text of an expression.
     *
     * @throws ExpressionException with everything that is wrong with it
     */
    public static Expression compile(String text, Scope scope) throws ExpressionException {
        return compile(ExpressionParser.parse(text), text, scope);
    }

    /**
     * Compiles a tree, such as the one condition elements make.
     *
     * @param source the text the administrator wrote
     * @throws ExpressionException with everything that is wrong with it
     */
    public static Expression compile(Node node, String source, Scope scope) throws ExpressionException {
        Compilation compilation = new Compilation(scope);
        Term root = compilation.compile(node);
        compilation.mistakes().throwIfAny();
        return new CompiledExpression(source, node, scope, root, compilation);
    }
}
