package org.syncline.dsl.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.grammar.SyntaxLexer;

/**
 * Finds what can be said of an expression's tokens before it is parsed: unclosed and unknown characters, parentheses, depth.
 *
 * <p>It also keeps the recursive parser from being given a text so deep that it would overflow the stack.
 */
final class SyntaxCheck {
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private Token previous;
    private int prefixes;

    private SyntaxCheck() {}

    static List<Mistake> of(List<Token> tokens) {
        SyntaxCheck check = new SyntaxCheck();
        for (Token token : tokens) {
            if (!check.accept(token)) {
                break;
            }
        }
        return check.mistakes;
    }

    private boolean accept(Token token) {
        switch (token.getType()) {
            case SyntaxLexer.OPEN -> open(token);
            case SyntaxLexer.CLOSE -> close(token);
            case Token.EOF -> end(token);
            default -> StrayToken.mistake(token).ifPresent(mistakes::add);
        }
        prefixes = isPrefix(token) ? prefixes + 1 : 0;
        previous = token;
        return isShallow(token);
    }

    private static boolean isPrefix(Token token) {
        return token.getType() == SyntaxLexer.NOT || token.getType() == SyntaxLexer.MINUS;
    }

    private boolean isShallow(Token token) {
        if (open.size() + prefixes <= ExpressionParser.DEEPEST) {
            return true;
        }
        mistakes.add(Tokens.mistake(token, tooDeep(), "a Switch, or a value computed by a flow of its own"));
        return false;
    }

    /** What is said of an expression nested deeper than {@link ExpressionParser#DEEPEST}. */
    static String tooDeep() {
        return "The expression is nested too deep: more than " + ExpressionParser.DEEPEST + " levels. Take it apart";
    }

    private void open(Token token) {
        open.push(token);
    }

    private void close(Token token) {
        if (open.isEmpty()) {
            mistakes.add(Tokens.mistake(token, "This closing parenthesis has no opening one",
                    "remove it, or add '(' before"));
        } else {
            open.pop();
        }
    }

    private void end(Token token) {
        if (previous == null) {
            mistakes.add(Tokens.mistake(token, "The expression is empty", "\"\" for an empty text, NULL for nothing"));
        } else if (!open.isEmpty()) {
            Token opening = open.peek();
            mistakes.add(Tokens.mistake(
                    token,
                    "A closing parenthesis is missing after " + Tokens.quoted(previous) + "; the one opened in line "
                            + opening.getLine() + ", column " + (opening.getCharPositionInLine() + 1)
                            + " is not closed",
                    ")"));
        }
    }
}
