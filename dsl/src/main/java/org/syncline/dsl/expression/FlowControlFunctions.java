package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.BOOLEAN;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;

/** The functions that choose what is evaluated. */
final class FlowControlFunctions {
    private FlowControlFunctions() {}

    static List<Function> functions() {
        return List.of(iif(), switching(), error());
    }

    private static Function iif() {
        return declare("IIF", "One of two values, as a condition says.")
                .takes(
                        one("condition", BOOLEAN, "the condition; nothing counts as False"),
                        any("whenTrue", "the value if it holds"),
                        any("whenFalse", "the value if it does not"))
                .gives("The value chosen; the other one is not evaluated.")
                .example("IIF(1 < 2, \"less\", Error(\"not evaluated\"))", "less")
                .as(arguments -> Choice.of(arguments.get(0), arguments.get(1), arguments.get(2)));
    }

    private static Function switching() {
        return declare("Switch", "The value that belongs to the first condition that holds.")
                .takes(
                        one("condition", BOOLEAN, "a condition").again(),
                        any("value", "its value").again())
                .gives("The value chosen, nothing if no condition holds; conditions after it and other values are not evaluated.")
                .example("Switch(1 > 2, \"greater\", 1 < 2, \"less\")", "less")
                .example("Switch(1 > 2, \"greater\")", "NULL")
                .as(FlowControlFunctions::choice);
    }

    private static Term choice(Arguments arguments) {
        Term chosen = Missing.ARGUMENT;
        for (int index = arguments.count() - 2; index >= 0; index -= 2) {
            chosen = Choice.of(arguments.get(index), arguments.get(index + 1), chosen);
        }
        return chosen;
    }

    private static Function error() {
        return declare("Error", "Fails with a message of one's own.")
                .takes(one("message", STRING, "what the error says"))
                .gives("Never a value.")
                .fails("always")
                .example("IIF(True, \"fine\", Error(\"No account name\"))", "fine")
                .neverConstant()
                .as(arguments -> failure(arguments.get(0)));
    }

    private static Term failure(Term message) {
        return ContentBody.term(Shape.NOTHING, evaluation -> {
            String text = message.text(evaluation);
            throw new EvaluationException(text == null ? "The rule reports an error without a message" : text);
        });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.FLOW_CONTROL, name, purpose);
    }
}
