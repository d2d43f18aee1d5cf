package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.BOOLEAN;

import java.util.List;
import org.syncline.dsl.expression.Function.Body;
import org.syncline.dsl.expression.Function.Group;

/** The operators {@code And Or Not}. */
final class LogicOperators {
    private LogicOperators() {}

    static List<Function> functions() {
        return List.of(
                declare("And", "Whether all conditions hold; also written &&.")
                        .takes(one("condition", BOOLEAN, "a condition"),
                                one("condition", BOOLEAN, "another one").again())
                        .gives("True or False; nothing counts as False. After the first that is False no other is evaluated.")
                        .example("1 < 2 And 2 < 3", "True")
                        .example("False And Error(\"not evaluated\")", "False")
                        .as(chain(false)),
                declare("Or", "Whether at least one condition holds; also written ||.")
                        .takes(one("condition", BOOLEAN, "a condition"),
                                one("condition", BOOLEAN, "another one").again())
                        .gives("True or False; nothing counts as False. After the first that is True no other is evaluated.")
                        .example("1 > 2 Or 2 < 3", "True")
                        .example("True Or Error(\"not evaluated\")", "True")
                        .as(chain(true)),
                declare("Not", "The opposite of a condition.")
                        .takes(one("condition", BOOLEAN, "a condition"))
                        .gives("True or False; nothing counts as False, so Not makes it True.")
                        .example("Not 1 > 2", "True")
                        .as(arguments -> not(arguments.get(0))));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.OPERATORS, name, purpose);
    }

    /** Goes from left to right until a condition decides. */
    private static Body chain(boolean deciding) {
        return arguments -> chained(arguments.terms(), deciding);
    }

    /** In halves, so that a long chain makes no deep tree. */
    private static Term chained(List<Term> conditions, boolean deciding) {
        if (conditions.size() == 1) {
            return conditions.getFirst();
        }
        int half = conditions.size() / 2;
        Term first = chained(conditions.subList(0, half), deciding);
        Term second = chained(conditions.subList(half, conditions.size()), deciding);
        return deciding
                ? TruthBody.term(evaluation -> first.truth(evaluation) || second.truth(evaluation))
                : TruthBody.term(evaluation -> first.truth(evaluation) && second.truth(evaluation));
    }

    private static Term not(Term condition) {
        return TruthBody.term(evaluation -> !condition.truth(evaluation));
    }
}
