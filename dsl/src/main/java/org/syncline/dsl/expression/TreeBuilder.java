package org.syncline.dsl.expression;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.grammar.SyntaxParser.CallContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.ComparisonContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.ConcatenationContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.ConjunctionContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.DisjunctionContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.NegationContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.NotCallContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.NumberContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.ParenthesizedContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.PrimaryContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.ProductContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.SumContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.UnaryContext;
import org.syncline.dsl.expression.grammar.SyntaxParser.WordContext;

/**
 * Turns what ANTLR parsed into nodes.
 *
 * <p>Chains of {@code &}, {@code And} and {@code Or} become one call of many arguments, so that a long chain is no deep tree.
 */
final class TreeBuilder {

    Node build(DisjunctionContext whole) throws ExpressionException {
        try {
            return disjunction(whole);
        } catch (Refusal refusal) {
            throw new ExpressionException(List.of(refusal.mistake));
        }
    }

    private Node disjunction(DisjunctionContext context) {
        return chain("Or", context, context.conjunction(), this::conjunction);
    }

    private Node conjunction(ConjunctionContext context) {
        return chain("And", context, context.negation(), this::negation);
    }

    private Node negation(NegationContext context) {
        return context.comparison() != null
                ? comparison(context.comparison())
                : new Node.Call("Not", List.of(negation(context.negation())), position(context));
    }

    private Node comparison(ComparisonContext context) {
        if (context.operator.size() > 1) {
            throw new Refusal(
                    context.operator.get(1), "Comparisons cannot be chained; compare twice and join the two", "And");
        }
        return leftToRight(context, context.concatenation(), context.operator, this::concatenation);
    }

    private Node concatenation(ConcatenationContext context) {
        return chain("&", context, context.sum(), this::sum);
    }

    private Node sum(SumContext context) {
        return leftToRight(context, context.product(), context.operator, this::product);
    }

    private Node product(ProductContext context) {
        return leftToRight(context, context.unary(), context.operator, this::unary);
    }

    private Node unary(UnaryContext context) {
        if (context.primary() != null) {
            return primary(context.primary());
        }
        return context.unary().primary() instanceof NumberContext number
                ? Literals.number(number.start, "-" + number.getText(), Literals.DECIMAL, position(context))
                : new Node.Call("-", List.of(unary(context.unary())), position(context));
    }

    private Node primary(PrimaryContext context) {
        return switch (context) {
            case ParenthesizedContext group -> disjunction(group.disjunction());
            case NotCallContext not -> new Node.Call("Not", List.of(disjunction(not.disjunction())), position(not));
            case CallContext call -> new Node.Call(
                    call.NAME().getText(), call.disjunction().stream().map(this::disjunction).toList(), position(call));
            case WordContext word -> new Node.Word(word.getText(), position(word));
            default -> Literals.node(context.start);
        };
    }

    private static <C extends ParserRuleContext> Node chain(
            String operator, ParserRuleContext context, List<C> operands, Function<C, Node> build) {
        return operands.size() == 1
                ? build.apply(operands.getFirst())
                : new Node.Call(operator, operands.stream().map(build).toList(), position(context));
    }

    private static <C extends ParserRuleContext> Node leftToRight(
            ParserRuleContext context, List<C> operands, List<Token> operators, Function<C, Node> build) {
        Node left = build.apply(operands.getFirst());
        for (int index = 0; index < operators.size(); index++) {
            Node right = build.apply(operands.get(index + 1));
            left = new Node.Call(operators.get(index).getText(), List.of(left, right), position(context));
        }
        return left;
    }

    private static Node.Position position(ParserRuleContext context) {
        return Tokens.position(context.start);
    }

    /** A mistake found while building; carries it past the recursion. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ExpressionException.Mistake mistake;

        Refusal(Token token, String message, String suggestion) {
            super(message, null, false, false);
            this.mistake = Tokens.mistake(token, message, suggestion);
        }
    }
}
