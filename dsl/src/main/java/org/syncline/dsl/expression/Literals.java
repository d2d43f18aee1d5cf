package org.syncline.dsl.expression;

import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.grammar.SyntaxLexer;

/** Reads the tokens that stand for a value by themselves. */
final class Literals {
    static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private Literals() {}

    static Node node(Token token) {
        String text = token.getText();
        Node.Position position = Tokens.position(token);
        return switch (token.getType()) {
            case SyntaxLexer.ATTRIBUTE -> new Node.Attribute(inside(text), position);
            case SyntaxLexer.PARAMETER -> new Node.Parameter(inside(text), position);
            case SyntaxLexer.DECIDED -> new Node.Decided(inside(text), position);
            case SyntaxLexer.TEXT -> new Node.Text(unescaped(inside(text)), position);
            case SyntaxLexer.NUMBER -> number(token, text, DECIMAL, position);
            case SyntaxLexer.HEXADECIMAL -> number(token, text.substring(2), HEXADECIMAL, position);
            case SyntaxLexer.VARIABLE -> new Node.Word(text, position);
            default -> throw new IllegalStateException("No value begins with " + text);
        };
    }

    /** A whole number; hexadecimal ones of sixteen digits may set the sign. */
    static Node number(Token token, String digits, int radix, Node.Position position) {
        try {
            return new Node.Number(
                    radix == HEXADECIMAL ? Long.parseUnsignedLong(digits, radix) : Long.parseLong(digits), position);
        } catch (NumberFormatException tooLarge) {
            throw new TreeBuilder.Refusal(
                    token, "The number " + Tokens.quoted(token) + " is too large: numbers have 64 bits", null);
        }
    }

    /** Only {@code \\} and {@code \"} are escapes; before anything else a backslash stands for itself. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            boolean escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() && "\\\"".indexOf(text.charAt(at + 1)) >= 0;
            plain.append(text.charAt(escape ? ++at : at));
        }
        return plain.toString();
    }

    private static String inside(String text) {
        return text.substring(1, text.length() - 1);
    }
}
