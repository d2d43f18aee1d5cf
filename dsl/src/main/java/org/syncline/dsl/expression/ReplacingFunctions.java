package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that replace parts of a text. */
final class ReplacingFunctions {
    private ReplacingFunctions() {}

    static List<Function> functions() {
        Function replace = replace();
        return List.of(replace, Declaration.alias("ReplaceString", Origin.MIM, replace), replaceChars());
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
                .as(ReplacingFunctions::bindReplace);
    }

    private static Function replaceChars() {
        return new Declaration(Group.TEXT, "ReplaceChars", "Replaces single characters, each by a text of its own.")
                .takes(
                        each("text", STRING, "the text to replace in"),
                        one("pattern", STRING,
                                "what to replace by what: old:new,old:new; the old is one character, the new"
                                        + " any number of them; white space, commas and colons cannot be replaced"))
                .gives("The changed text; nothing for nothing.")
                .fails("when the pattern has another form; as text it is checked when the rules are read")
                .example("ReplaceChars(\"R\u00e4ksm\u00f6rg\u00e5s\", \"\u00e4:a,\u00f6:oe,\u00e5:a\")", "Raksmoergas")
                .example("ReplaceChars(\"O'Neil\", \"':\")", "ONeil")
                .as(ReplacingFunctions::bindReplaceChars);
    }

    private static Term bindReplace(Arguments arguments) {
        Term text = arguments.get(0);
        Term old = unescaped(arguments, 1);
        Term replacement = unescaped(arguments, 2);
        return TextBody.term(evaluation -> {
            String value = text.text(evaluation);
            String before = old.text(evaluation);
            String after = replacement.text(evaluation);
            if (value == null || before == null || after == null) {
                return null;
            }
            return replaced(value, before, after);
        });
    }

    private static String replaced(String text, String old, String replacement) {
        if (old.length() == 1 && replacement.length() == 1) {
            return text.replace(old.charAt(0), replacement.charAt(0));
        }
        return old.isEmpty() ? text : text.replace(old, replacement);
    }

    private static Term unescaped(Arguments arguments, int index) {
        String constant = arguments.constantText(index);
        if (constant != null) {
            return Constant.of(special(constant));
        }
        Term term = arguments.get(index);
        return TextBody.term(evaluation -> {
            String text = term.text(evaluation);
            return text == null ? null : special(text);
        });
    }

    private static Term bindReplaceChars(Arguments arguments) {
        Term text = arguments.get(0);
        CheckedConstant<CharacterTable> table = CheckedConstant.of(arguments, 1, CharacterTable::of);
        return TextBody.term(evaluation -> {
            String value = text.text(evaluation);
            CharacterTable known = table.value(evaluation);
            return value == null || known == null ? null : known.replaceIn(value);
        });
    }

    private static String special(String text) {
        return text.indexOf('\\') < 0
                ? text
                : text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
