package org.syncline.dsl.expression;

import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.ExpressionException.Kind;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.grammar.SyntaxLexer;

/** What messages and checks need to know of the tokens of an expression. */
final class Tokens {
    private static final int LONGEST = 40;

    private Tokens() {}

    /** Whether a value begins with it. */
    static boolean beginsValue(Token token) {
        return switch (token.getType()) {
            case SyntaxLexer.OPEN, SyntaxLexer.MINUS, SyntaxLexer.NOT -> true;
            default -> isOperand(token);
        };
    }

    /** Whether a value ends with it. */
    static boolean endsValue(Token token) {
        return token.getType() == SyntaxLexer.CLOSE || isOperand(token);
    }

    private static boolean isOperand(Token token) {
        return switch (token.getType()) {
            case SyntaxLexer.ATTRIBUTE, SyntaxLexer.PARAMETER, SyntaxLexer.DECIDED, SyntaxLexer.TEXT,
                    SyntaxLexer.NUMBER,
                    SyntaxLexer.HEXADECIMAL, SyntaxLexer.VARIABLE, SyntaxLexer.NAME -> true;
            default -> false;
        };
    }

    static Node.Position position(Token token) {
        return new Node.Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    /** The token as a message quotes it. */
    static String quoted(Token token) {
        String text = token.getText();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static Mistake mistake(Token token, String message, String suggestion) {
        return new Mistake(Kind.SYNTAX, token.getLine(), token.getCharPositionInLine() + 1, message, suggestion);
    }
}
