package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.TextBody.emptyForNothing;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that take a part of a text; characters are counted from 1, and one of two code units counts once. */
final class CuttingFunctions {
    private CuttingFunctions() {}

    static List<Function> functions() {
        Function trimStart = declare("LTrim", "Removes white space from the beginning of a text.")
                .takes(each("text", STRING, "the text"))
                .gives("The text without it; nothing for nothing.")
                .example("LTrim(\" Test \")", "Test ")
                .as(TextBody.ofText(Cutting::trimStart));
        Function trimEnd = declare("RTrim", "Removes white space from the end of a text.")
                .takes(each("text", STRING, "the text"))
                .gives("The text without it; nothing for nothing.")
                .example("RTrim(\" Test \")", " Test")
                .as(TextBody.ofText(Cutting::trimEnd));
        Function length = declare("Len", "The number of characters of a text.")
                .takes(each("text", STRING, "the text"))
                .gives("A whole number; nothing for nothing.")
                .example("Len(\"John Doe\")", "8")
                .as(NumberBody.ofText(Cutting::length));
        return List.of(
                left(),
                right(),
                mid(),
                trim(),
                word(),
                length,
                Declaration.alias("Length", Origin.MIM, length),
                trimStart,
                trimEnd,
                Declaration.alias("LeftTrim", Origin.MIM, trimStart),
                Declaration.alias("RightTrim", Origin.MIM, trimEnd));
    }

    private static Function left() {
        return declare("Left", "The first characters of a text.")
                .takes(each("text", STRING, "the text"), one("count", INTEGER, "how many characters"))
                .gives("At most so many characters; the whole text for a negative number; an empty text for nothing.")
                .example("Left(\"John Doe\", 3)", "Joh")
                .example("Left(\"John Doe\", -1)", "John Doe")
                .as(emptyForNothing(TextBody.ofTextNumber(Cutting::left)));
    }

    private static Function right() {
        return declare("Right", "The last characters of a text.")
                .takes(each("text", STRING, "the text"), one("count", INTEGER, "how many characters"))
                .gives("At most so many characters; the whole text for a negative number; an empty text for nothing.")
                .example("Right(\"John Doe\", 3)", "Doe")
                .as(emptyForNothing(TextBody.ofTextNumber(Cutting::right)));
    }

    private static Function mid() {
        return declare("Mid", "Some characters of a text from a place on.")
                .takes(
                        each("text", STRING, "the text"),
                        one("start", INTEGER, "the place of the first character, from 1"),
                        one("count", INTEGER, "how many characters; all that follow if left out")
                                .otherwise(Constant.of(Integer.MAX_VALUE)))
                .gives("At most so many characters; the whole text if the start lies outside it or the number is negative;"
                        + " an empty text for nothing.")
                .example("Mid(\"John Doe\", 3, 5)", "hn Do")
                .example("Mid(\"John Doe\", 6, 999)", "Doe")
                .example("Mid(\"SMTP:jd@contoso.com\", 6)", "jd@contoso.com")
                .as(emptyForNothing(TextBody.ofTextNumberNumber(Cutting::mid)));
    }

    private static Function trim() {
        return declare("Trim", "Removes white space from both ends of a text.")
                .takes(each("text", STRING, "the text"))
                .gives("The text without it; nothing for nothing.")
                .example("Trim(\" Test \")", "Test")
                .as(TextBody.ofText(Cutting::trim));
    }

    private static Function word() {
        return declare("Word", "One of the words of a text.")
                .takes(
                        each("text", STRING, "the text"),
                        one("number", INTEGER, "which word, from 1"),
                        one("delimiters", STRING, "the characters that separate words; several in a row count once"))
                .gives("The word; an empty text if there are fewer, for a number less than 1 and for nothing.")
                .example("Word(\"The quick brown fox\", 3, \" \")", "brown")
                .example("Word(\"This,string!has&many separators\", 3, \",!&#\")", "has")
                .as(emptyForNothing(TextBody.ofTextNumberText(Cutting::word)));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TEXT, name, purpose);
    }
}
