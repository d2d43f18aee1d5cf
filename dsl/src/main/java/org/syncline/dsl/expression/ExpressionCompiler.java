package org.syncline.dsl.expression;

import java.util.List;
import java.util.Set;

/** Checks an expression against the names it may use and compiles it. */
public final class ExpressionCompiler {
    private static final Set<String> LOGIC = Set.of("And", "Or", "Not");

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
        return new CompiledExpression(source, root, Set.copyOf(compilation.reads()),
                Set.copyOf(compilation.looksUp()), compilation.clock(), compilation.membership(),
                operands(node), scope);
    }

    private static List<Node> operands(Node node) {
        return node instanceof Node.Call call && LOGIC.contains(call.function())
                ? Chains.flattened(call).arguments()
                : List.of();
    }
}
