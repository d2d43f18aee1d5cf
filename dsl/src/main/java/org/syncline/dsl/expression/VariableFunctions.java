package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;
import static org.syncline.dsl.expression.Parameter.item;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.Parameter.variable;
import static org.syncline.schema.identity.AttributeType.BOOLEAN;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Value;

/** The functions that give values to a variable. */
final class VariableFunctions {
    private VariableFunctions() {}

    static List<Function> functions() {
        return List.of(select(), where(), with());
    }

    private static Function select() {
        return declare("Select", "Computes something of each of several values.")
                .takes(
                        item("variable", "the name of the variable that stands for the value"),
                        any("values", "the values"),
                        any("expression", "what to compute"))
                .gives("The results; what results in nothing is left out.")
                .example("Select($item, Split(\"1-2,3-4\", \",\"), Replace($item, \"-\", \"\"))", "12|34")
                .as(VariableFunctions::bindSelect);
    }

    private static Term bindSelect(Arguments arguments) {
        Slot item = (Slot) arguments.get(0);
        Term values = arguments.get(1);
        Term computed = arguments.get(2);
        return ContentBody.list(computed.shape(), evaluation -> {
            List<Value> results = new ArrayList<>();
            for (Value value : values.list(evaluation)) {
                item.bind(evaluation, value);
                results.addAll(computed.list(evaluation));
            }
            return results;
        });
    }

    private static Function where() {
        return declare("Where", "Those of several values for which a condition holds.")
                .takes(
                        item("variable", "the name of the variable that stands for the value"),
                        any("values", "the values"),
                        one("condition", BOOLEAN, "the condition"))
                .gives("The remaining values; nothing if none remains.")
                .example("Where($item, Split(\"abc,d,ef\", \",\"), Len($item) > 1)", "abc|ef")
                .as(VariableFunctions::bindWhere);
    }

    private static Term bindWhere(Arguments arguments) {
        Slot item = (Slot) arguments.get(0);
        Term values = arguments.get(1);
        Term condition = arguments.get(2);
        return ContentBody.list(values.shape(), evaluation -> {
            List<Value> results = new ArrayList<>();
            for (Value value : values.list(evaluation)) {
                item.bind(evaluation, value);
                if (condition.truth(evaluation)) {
                    results.add(value);
                }
            }
            return results;
        });
    }

    private static Function with() {
        return declare("With",
                "Gives a name to an expression that is needed more than once; it is evaluated once at most.")
                .takes(
                        variable("variable", "the name of the variable"),
                        any("value", "the expression it stands for"),
                        any("expression", "the expression that uses it"))
                .gives("What the second expression results in.")
                .example("With($parts, Split(\"a.b\", \".\"), Item($parts, 2) & Item($parts, 1))", "ba")
                .as(arguments -> new Named((LazyVariable) arguments.get(0), arguments.get(2)));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.FLOW_CONTROL, name, purpose);
    }
}
