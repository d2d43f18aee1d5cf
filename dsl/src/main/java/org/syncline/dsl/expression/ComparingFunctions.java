package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The comparisons as MIM writes them: functions of two arguments that do what our operators do. */
final class ComparingFunctions {
    private ComparingFunctions() {}

    static List<Function> functions() {
        return List.of(
                declared("Eq", Comparison.EQUAL, "Eq(\"Intern\", \"intern\")", "True"),
                declared("NotEquals", Comparison.UNEQUAL, "NotEquals(\"Intern\", \"Contractor\")", "True"),
                declared("LessThan", Comparison.LESS, "LessThan(2, 10)", "True"),
                declared("LessThanOrEquals", Comparison.AT_MOST, "LessThanOrEquals(2, 2)", "True"),
                declared("GreaterThan", Comparison.GREATER, "GreaterThan(2, 10)", "False"),
                declared("GreaterThanOrEquals", Comparison.AT_LEAST, "GreaterThanOrEquals(2, 10)", "False"));
    }

    private static Function declared(String name, Comparison comparison, String example, String result) {
        return new Declaration(Group.TESTS, name, "The operator " + comparison.symbol() + " as a function.")
                .takes(any("left", "a value"), any("right", "a value of the same type"))
                .gives(ComparisonOperators.RESULT)
                .fails(ComparisonOperators.ERRORS)
                .from(Origin.MIM)
                .example(example, result)
                .as(arguments -> ComparisonOperators.bind(comparison, arguments));
    }
}
