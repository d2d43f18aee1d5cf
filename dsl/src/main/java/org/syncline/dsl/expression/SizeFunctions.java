package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;
import static org.syncline.dsl.expression.Parameter.choice;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/**
 * The conditions that compare values with others, which condition elements are compiled to.
 *
 * <p>What to compare with may be written as text: it is read as a value of the attribute's type, and a text that cannot be read so
 * is a mistake of the expression.
 */
final class SizeFunctions {
    private static final String RESULT =
            "True or False; False for nothing. Of several values one suffices. A text is read as a value of the first's type.";
    private static final String ERRORS = "when the two cannot be compared";

    private SizeFunctions() {}

    static List<Function> functions() {
        return List.of(
                equal(),
                in(),
                size("Greater", "Whether a value is greater than another.", Comparison.GREATER, "Greater(10, \"9\")",
                        "True"),
                size("AtLeast", "Whether a value is greater than another or the same.", Comparison.AT_LEAST,
                        "AtLeast(9, 9)", "True"),
                size("Less", "Whether a value is less than another.", Comparison.LESS, "Less(\"B\", \"a\")", "False"),
                size("AtMost", "Whether a value is less than another or the same.", Comparison.AT_MOST, "AtMost(10, 9)",
                        "False"),
                between(),
                size("Before", "Whether a date lies before another.", Comparison.LESS,
                        "Before(CDate(\"2026-01-31\"), \"2026-02-01\")", "True"),
                size("After", "Whether a date lies after another.", Comparison.GREATER,
                        "After(CDate(\"2026-01-31\"), \"2026-02-01\")", "False"));
    }

    private static Function equal() {
        return declare("Equals", "Whether a value is another.")
                .takes(
                        any("values", "the values"),
                        any("other", "the value to compare with"),
                        choice("caseType", "whether case counts in texts", "CaseInsensitive", "CaseSensitive"))
                .example("Equals(\"Current\", \"current\")", "True")
                .example("Equals(\"Current\", \"current\", CaseSensitive)", "False")
                .as(arguments -> {
                    boolean ignoreCase = ConditionFunctions.ignoresCase(arguments, 2);
                    ValueTest test =
                            ValueTest.of(arguments, 1, (value, other) -> Sameness.of(value, other, ignoreCase));
                    return TruthBody.term(evaluation -> test.anyHolds(evaluation));
                });
    }

    private static Function in() {
        return declare("In", "Whether a value is one of several others.")
                .takes(any("values", "the values"),
                        any("other", "a value to compare with, without regard to case").again())
                .example("In(\"de\", \"AT\", \"DE\")", "True")
                .as(SizeFunctions::bindIn);
    }

    private static Term bindIn(Arguments arguments) {
        ValueTest[] tests = new ValueTest[arguments.count() - 1];
        for (int index = 0; index < tests.length; index++) {
            tests[index] = ValueTest.of(arguments, index + 1, (value, other) -> Sameness.of(value, other, true));
        }
        return TruthBody.term(evaluation -> {
            for (ValueTest test : tests) {
                if (test.anyHolds(evaluation)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static Function size(String name, String purpose, Comparison comparison, String example, String result) {
        return declare(name, purpose)
                .takes(any("values", "the values: numbers, texts or dates"), any("other", "the value to compare with"))
                .example(example, result)
                .as(arguments -> bindSize(arguments, comparison));
    }

    private static Term bindSize(Arguments arguments, Comparison comparison) {
        Term clock = ClockComparison.of(comparison, arguments.get(0), arguments.get(1));
        if (clock != null) {
            return clock;
        }
        ValueTest test = test(arguments, 1, comparison);
        return TruthBody.term(evaluation -> test.anyHolds(evaluation));
    }

    private static Function between() {
        return declare("Between", "Whether a value lies between two others or is one of them.")
                .takes(
                        any("values", "the values: numbers, texts or dates"),
                        any("from", "the smallest value that counts"),
                        any("to", "the greatest value that counts"))
                .example("Between(5, \"1\", \"5\")", "True")
                .as(arguments -> {
                    ValueTest from = test(arguments, 1, Comparison.AT_LEAST);
                    ValueTest to = test(arguments, 2, Comparison.AT_MOST);
                    return TruthBody.term(evaluation -> ValueTest.anyHoldsBoth(from, to, evaluation));
                });
    }

    private static ValueTest test(Arguments arguments, int index, Comparison comparison) {
        return ValueTest.of(
                arguments, index, (value, other) -> comparison.holds(ValueOrder.compare(value, other, comparison)));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CONDITIONS, name, purpose).gives(RESULT).fails(ERRORS).from(Origin.SYNCLINE);
    }
}
