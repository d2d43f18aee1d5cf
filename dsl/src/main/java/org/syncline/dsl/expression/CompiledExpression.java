package org.syncline.dsl.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;

/**
 * An expression ready to be evaluated.
 *
 * <p>A few evaluations go through the term itself; one that is evaluated often gets a {@link Root} of its own. Threads that race for it
 * make more than one, which do the same.
 */
final class CompiledExpression implements Expression {
    private static final Set<String> LOGIC = Set.of("And", "Or", "Not");
    private static final int OFTEN = 100;

    private final String source;
    private final Node tree;
    private final Scope scope;
    private final Term term;
    private final Set<String> reads;
    private final Set<String> looksUp;
    private final Clock clock;
    private final Membership membership;
    private final boolean readsAttributesOnly;
    private Root root;
    private int evaluations;

    CompiledExpression(String source, Node tree, Scope scope, Term term, Compilation compilation) {
        this.source = source;
        this.tree = tree;
        this.scope = scope;
        this.term = term;
        this.reads = Set.copyOf(compilation.reads());
        this.looksUp = Set.copyOf(compilation.looksUp());
        this.clock = compilation.clock();
        this.membership = compilation.membership();
        this.readsAttributesOnly = compilation.readsAttributesOnly();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Node tree() {
        return tree;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public AttributeType type() {
        return term.shape().type();
    }

    @Override
    public boolean multiValued() {
        return term.shape().many();
    }

    @Override
    public Set<String> reads() {
        return reads;
    }

    @Override
    public boolean readsAttributesOnly() {
        return readsAttributesOnly;
    }

    @Override
    public Set<String> looksUp() {
        return looksUp;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Membership membership() {
        return membership;
    }

    @Override
    public String operator() {
        return tree instanceof Node.Call call && LOGIC.contains(call.function()) ? call.function() : null;
    }

    @Override
    public List<Expression> parts() {
        List<Expression> parts = new ArrayList<>();
        for (Node operand : operands()) {
            try {
                parts.add(ExpressionCompiler.compile(operand, NodeText.of(operand), scope));
            } catch (ExpressionException mistake) {
                throw new IllegalStateException("A part of what compiled does not compile: " + source, mistake);
            }
        }
        return parts;
    }

    private List<Node> operands() {
        return operator() == null ? List.of() : Chains.flattened((Node.Call) tree).arguments();
    }

    /** While an answer is missing, an error means as little as any other result. */
    @Override
    public Content evaluate(Evaluation evaluation) {
        try {
            Root known = root;
            return known == null ? counted().content(evaluation) : known.content(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return Absence.NULL;
        }
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        try {
            Root known = root;
            return known == null ? counted().truth(evaluation) : known.truth(evaluation);
        } catch (EvaluationException error) {
            if (evaluation.asked().isEmpty()) {
                throw error;
            }
            return false;
        }
    }

    private Term counted() {
        if (++evaluations >= OFTEN) {
            root = Root.of(term);
        }
        return term;
    }

    @Override
    public String toString() {
        return source;
    }
}
