package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that change capital and small letters. */
final class CaseFunctions {
    private CaseFunctions() {}

    static List<Function> functions() {
        Function proper = declare(
                "PCase",
                "Makes the first letter of each word a capital and all others small; words are separated by spaces.",
                "PCase(\"anna-lena O'NEIL\")",
                "Anna-lena O'neil",
                CaseFunctions::proper);
        Function upper = declare(
                "UCase", "Makes all letters capitals.", "UCase(\"TeSt\")", "TEST",
                text -> text.toUpperCase(Locale.ROOT));
        Function lower = declare(
                "LCase", "Makes all letters small.", "LCase(\"TeSt\")", "test", text -> text.toLowerCase(Locale.ROOT));
        return List.of(
                proper,
                upper,
                lower,
                Declaration.alias("ProperCase", Origin.MIM, proper),
                Declaration.alias("UpperCase", Origin.MIM, upper),
                Declaration.alias("LowerCase", Origin.MIM, lower));
    }

    private static Function declare(
            String name, String purpose, String example, String result, UnaryOperator<String> body) {
        return new Declaration(Group.TEXT, name, purpose)
                .takes(each("text", STRING, "the text"))
                .gives("The changed text; nothing for nothing.")
                .example(example, result)
                .as(TextBody.ofText(body));
    }

    private static String proper(String text) {
        StringBuilder proper = new StringBuilder(text.length());
        boolean first = true;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            proper.appendCodePoint(first ? Character.toTitleCase(letter) : Character.toLowerCase(letter));
            first = letter == ' ';
        }
        return proper.toString();
    }
}
