package org.syncline.dsl.expression;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.grammar.SyntaxLexer;

/** Says in the administrator's words why the parser could not go on at a token. */
final class MisplacedToken {
    private MisplacedToken() {}

    static Mistake at(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        Token before = index == 0 ? null : tokens.get(index - 1);
        if (before != null && Tokens.endsValue(before)) {
            return afterValue(token, before);
        }
        if (before != null && token.getText().equals("=") && before.getText().equals("=")) {
            return Tokens.mistake(token, "One equals sign compares; a second one means nothing", "=");
        }
        if (token.getType() == SyntaxLexer.NOT || before != null && before.getType() == SyntaxLexer.NOT) {
            return Tokens.mistake(token, "Beside an operator, Not needs parentheses around its condition", "Not(...)");
        }
        return Tokens.mistake(token, "A value is missing " + place(token, before),
                "an [attribute], a \"text\" or a function");
    }

    private static Mistake afterValue(Token token, Token before) {
        if (token.getType() == SyntaxLexer.COMMA) {
            return Tokens.mistake(
                    token, "A comma separates arguments, but this one stands outside a function's parentheses",
                    "& to join texts");
        }
        String message = "An operator is missing between " + Tokens.quoted(before) + " and " + Tokens.quoted(token);
        return Tokens.mistake(token, message, operator(token, before));
    }

    private static String operator(Token token, Token before) {
        return switch (token.getText().toLowerCase(Locale.ROOT)) {
            case "and" -> "And";
            case "or" -> "Or";
            case "is" -> "IsNull(" + Tokens.quoted(before) + ") where nothing is meant, or =";
            case "eq" -> "=";
            case "mod", "xor", "like" -> null;
            default -> "& to join texts";
        };
    }

    private static String place(Token token, Token before) {
        if (before == null) {
            return "before " + Tokens.quoted(token);
        }
        return token.getType() == Token.EOF
                ? "after " + Tokens.quoted(before)
                : "between " + Tokens.quoted(before) + " and " + Tokens.quoted(token);
    }
}
