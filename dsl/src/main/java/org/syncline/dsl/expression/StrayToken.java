package org.syncline.dsl.expression;

import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.syncline.dsl.expression.ExpressionException.Mistake;
import org.syncline.dsl.expression.grammar.SyntaxLexer;

/** Says what is wrong with characters that belong to no expression. */
final class StrayToken {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("'", "text stands in double quotes: \"...\""),
            Map.entry("\u201c", "straight double quotes: \"...\""),
            Map.entry("\u201d", "straight double quotes: \"...\""),
            Map.entry("\u2018", "straight double quotes: \"...\""),
            Map.entry("\u2019", "straight double quotes: \"...\""),
            Map.entry("!", "<> for unequal, Not for the opposite"),
            Map.entry("|", "|| or Or"),
            Map.entry("%", "%name%"),
            Map.entry("{", "{name}"),
            Map.entry(".", "[name] for an attribute, [manager.name] for one of the object it refers to"),
            Map.entry("$", "[name] for an attribute, %name% for a parameter"),
            Map.entry("?", "IIF(condition, value, otherwise)"),
            Map.entry(":", "a comma between arguments"),
            Map.entry(";", "a comma between arguments"));

    private StrayToken() {}

    static Optional<Mistake> mistake(Token token) {
        return Optional.ofNullable(switch (token.getType()) {
            case SyntaxLexer.UNCLOSED_TEXT -> Tokens.mistake(token, "This text is not closed by a double quote", "\"");
            case SyntaxLexer.UNCLOSED_ATTRIBUTE ->
                    Tokens.mistake(token, "This attribute name is not closed by ']'", "]");
            case SyntaxLexer.ATTRIBUTE -> token.getText().substring(1, token.getText().length() - 1).isBlank()
                    ? Tokens.mistake(token, "The name of an attribute is missing between the brackets", "[name]")
                    : null;
            case SyntaxLexer.STRAY -> stray(token);
            default -> null;
        });
    }

    private static Mistake stray(Token token) {
        String message = switch (token.getText()) {
            case "%" -> "The name of a parameter is letters, digits, dots and hyphens between two percent signs";
            case "{" -> "The name of a decided value stands between braces";
            default -> "The character " + token.getText() + " means nothing here";
        };
        return Tokens.mistake(token, message, INSTEAD.get(token.getText()));
    }
}
