package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.Parameter.several;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.Value;

/** The functions over regular expressions. */
final class RegexFunctions {
    private static final String PATTERN = "a Java regular expression; (?i) at its beginning makes it ignore case";
    private static final String ERRORS =
            "when the pattern is none (as text it is checked when the rules are read), or when it takes too many steps";

    private RegexFunctions() {}

    static List<Function> functions() {
        return List.of(match(), replace());
    }

    private static Function match() {
        return declare("RegexMatch",
                "Whether a pattern is found in a text; ^ and $ tie it to the beginning and the end.")
                .takes(
                        several("text", "the text; of several one suffices", STRING),
                        one("pattern", STRING, PATTERN))
                .gives("True or False; False for nothing.")
                .example("RegexMatch(\"A-1234\", \"^[A-Z]-[0-9]+$\")", "True")
                .as(RegexFunctions::bindMatch);
    }

    private static Term bindMatch(Arguments arguments) {
        Term text = arguments.get(0);
        CheckedConstant<BoundedPattern> pattern = CheckedConstant.of(arguments, 1, BoundedPattern::of);
        return TruthBody.term(evaluation -> isFound(text, pattern.value(evaluation), evaluation));
    }

    static boolean isFound(Term text, BoundedPattern pattern, Evaluation evaluation) {
        if (pattern == null) {
            return false;
        }
        for (Value value : text.list(evaluation)) {
            if (pattern.isFoundIn(Reading.text(value))) {
                return true;
            }
        }
        return false;
    }

    private static Function replace() {
        return declare("RegexReplace", "Replaces what a pattern finds in a text.")
                .takes(
                        each("text", STRING, "the text"),
                        one("pattern", STRING, PATTERN),
                        one("replacement", STRING,
                                "what to put in its place; $1 is what the first group found, \\$ is $"))
                .gives("The changed text; nothing for nothing.")
                .fails(ERRORS)
                .example("RegexReplace(\"Lee, Ann\", \"^(.+), (.+)$\", \"$2 $1\")", "Ann Lee")
                .as(RegexFunctions::bindReplace);
    }

    private static Term bindReplace(Arguments arguments) {
        Term text = arguments.get(0);
        CheckedConstant<BoundedPattern> pattern = CheckedConstant.of(arguments, 1, BoundedPattern::of);
        Term replacement = arguments.get(2);
        return TextBody.term(evaluation -> {
            String value = text.text(evaluation);
            BoundedPattern known = pattern.value(evaluation);
            String other = replacement.text(evaluation);
            return value == null || known == null || other == null ? null : known.replaceIn(value, other);
        });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TEXT, name, purpose).from(Origin.SYNCLINE).fails(ERRORS);
    }
}
