package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.attribute;
import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that look beyond the values of the object's attributes. */
final class QuestionFunctions {
    private QuestionFunctions() {}

    static List<Function> functions() {
        return List.of(isConnectedTo(), hasChanged(), inUse(), isMemberOf(), importedValue());
    }

    private static Function isConnectedTo() {
        return declare("IsConnectedTo", "Whether the identity is joined to an object of a connector.")
                .takes(
                        one("connector", STRING, "the name of the connector"),
                        one("objectType", STRING, "only objects of this type; of any if left out or nothing")
                                .otherwise(Missing.ARGUMENT))
                .gives("True or False; False for no connector.")
                .example("IsConnectedTo(\"hr\")", "False")
                .example("IsConnectedTo(\"hr\", \"employee\")", "False")
                .as(arguments -> {
                    Term connector = arguments.get(0);
                    Term objectType = arguments.get(1);
                    return TruthBody.term(evaluation -> {
                        String name = connector.text(evaluation);
                        return name != null && evaluation.isConnectedTo(name, objectType.text(evaluation));
                    });
                });
    }

    private static Function hasChanged() {
        return declare("HasChanged", "Whether an attribute is not what it was before this evaluation.")
                .takes(attribute("attribute", "the attribute, or its name as text"))
                .gives("True or False.")
                .example("HasChanged(\"department\")", "False")
                .as(arguments -> {
                    String name = arguments.nodes().getFirst() instanceof Node.Attribute attribute
                            ? attribute.name()
                            : ((Node.Text) arguments.nodes().getFirst()).text();
                    return TruthBody.term(evaluation -> evaluation.hasChanged(name));
                });
    }

    private static Function inUse() {
        return declare("InUse", "Whether another object of a connector holds a value, or the value is reserved.")
                .takes(
                        one("connector", STRING, "the name of the connector"),
                        one("attribute", STRING, "the name of its attribute"),
                        one("value", STRING, "the value, without regard to case"))
                .gives("True or False; False for nothing. The object's own identity does not count.")
                .example("InUse(\"directory\", \"uid\", NULL)", "False")
                .as(QuestionFunctions::bindInUse);
    }

    private static Term bindInUse(Arguments arguments) {
        Term connector = arguments.get(0);
        Term attribute = arguments.get(1);
        Term value = arguments.get(2);
        return TruthBody.term(evaluation -> {
            String where = connector.text(evaluation);
            String what = attribute.text(evaluation);
            String wanted = value.text(evaluation);
            return where != null && what != null && wanted != null
                    && Reading.truth(evaluation.ask(new Question.InUse(evaluation.identity(), where, what, wanted)));
        });
    }

    private static Function isMemberOf() {
        return declare("IsMemberOf", "Whether the identity is a member of a group.")
                .takes(
                        one("group", STRING, "the group: its distinguished name in some system, or its name"),
                        choice("depth", "whether members of groups in the group count too, at any depth", "Direct",
                                "Nested"))
                .gives("True or False; False for nothing, and for a group that doesn't exist.")
                .example("IsMemberOf(NULL)", "False")
                .readsMemberships()
                .as(arguments -> {
                    Term group = arguments.get(0);
                    boolean nested = "Nested".equals(arguments.constantText(1));
                    return TruthBody.term(evaluation -> {
                        String name = group.text(evaluation);
                        return name != null
                                && Reading.truth(evaluation.ask(
                                        new Question.MemberOf(evaluation.identity(), name, nested)));
                    });
                });
    }

    private static Function importedValue() {
        return declare("ImportedValue", "What the source's last import said of an attribute.")
                .takes(attribute("attribute", "the attribute, or its name as text"))
                .gives("The values; nothing for nothing.")
                .from(Origin.ENTRA_CONNECT)
                .example("ImportedValue(\"mail\")", "NULL")
                .as(arguments -> arguments.get(0));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.QUESTIONS, name, purpose).from(Origin.SYNCLINE).neverConstant();
    }
}
