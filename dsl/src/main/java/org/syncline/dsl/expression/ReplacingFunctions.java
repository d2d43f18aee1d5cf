package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;

/** The functions that replace parts of a text. */
final class ReplacingFunctions {
    private ReplacingFunctions() {}

    static List<Function> functions() {
        return List.of(replace());
    }

    private static Function replace() {
        return new Declaration(Group.TEXT, "Replace", "Replaces every occurrence of a text by another.")
                .takes(
                        each("text", STRING, "the text to replace in"),
                        one("old", STRING,
                                "what to search for, with regard to case; \\n, \\r and \\t stand for a new line,"
                                        + " a carriage return and a tab"),
                        one("new", STRING, "what to put in its place"))
                .gives("The changed text; nothing for nothing.")
                .example("Replace(\"a-b-c\", \"-\", \"\")", "abc")
                .example("Replace(\"One\" & CRLF & \"Two\", \"\\r\\n\", \", \")", "One, Two")
                .as(TextBody.ofThreeTexts(ReplacingFunctions::replaced));
    }

    private static String replaced(String text, String old, String replacement) {
        return old.isEmpty() ? text : text.replace(special(old), special(replacement));
    }

    private static String special(String text) {
        return text.indexOf('\\') < 0
                ? text
                : text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
