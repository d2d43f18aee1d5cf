package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that look beyond the object's attributes. */
final class QuestionFunctions {
    private QuestionFunctions() {}

    static List<Function> functions() {
        return List.of(isConnectedTo());
    }

    private static Function isConnectedTo() {
        return declare("IsConnectedTo", "Whether the identity is joined to an object of a connector.")
                .takes(one("connector", STRING, "the name of the connector"))
                .gives("True or False.")
                .example("IsConnectedTo(\"hr\")", "False")
                .as(arguments -> {
                    Term connector = arguments.get(0);
                    return TruthBody.term(evaluation -> evaluation.isConnectedTo(connector.text(evaluation)));
                });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.QUESTIONS, name, purpose).from(Origin.SYNCLINE).neverConstant();
    }
}
