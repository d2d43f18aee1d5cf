package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.TextBody.emptyForNothing;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that fill a text up to a length. */
final class PaddingFunctions {
    private static final long LONGEST = 1_000_000;

    private PaddingFunctions() {}

    static List<Function> functions() {
        Function left = declare("PadLeft", "Fills a text up at its beginning.")
                .example("PadLeft(\"User\", 10, \"0\")", "000000User")
                .as(emptyForNothing(
                        TextBody.ofTextNumberText((text, length, pad) -> padding(text, length, pad).concat(text))));
        Function right = declare("PadRight", "Fills a text up at its end.")
                .example("PadRight(\"User\", 10, \"0\")", "User000000")
                .as(emptyForNothing(
                        TextBody.ofTextNumberText((text, length, pad) -> text.concat(padding(text, length, pad)))));
        return List.of(
                left, right, Declaration.alias("LeftPad", Origin.MIM, left),
                Declaration.alias("RightPad", Origin.MIM, right));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TEXT, name, purpose)
                .takes(
                        each("text", STRING, "the text"),
                        one("length", INTEGER, "how many characters the result has at least; at most " + LONGEST),
                        one("pad", STRING, "the one character to fill up with"))
                .gives("The filled text, the same text if it is long enough; an empty text for nothing.")
                .fails("when pad is not one character or the length is too great");
    }

    private static String padding(String text, long length, String pad) {
        if (Cutting.length(pad) != 1) {
            throw new EvaluationException("A text is padded with one character, not with '" + pad + "'");
        }
        if (length > LONGEST) {
            throw new EvaluationException(
                    "A text cannot be padded to " + length + " characters; at most to " + LONGEST);
        }
        long present = Cutting.length(text);
        return length <= present ? "" : pad.repeat((int) (length - present));
    }
}
