package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.Parameter.several;
import static org.syncline.schema.identity.AttributeType.REFERENCE;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Body;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The conditions over texts, which condition elements are compiled to; of several values one suffices. */
final class ConditionFunctions {
    private static final String IGNORES_CASE = "CaseInsensitive";

    private ConditionFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("StartsWith", "Whether a value begins with a text.")
                        .takes(values(), one("text", STRING, "the text"), caseType())
                        .example("StartsWith(\"Chief Officer\", \"chief\")", "True")
                        .example("StartsWith(\"Chief Officer\", \"chief\", CaseSensitive)", "False")
                        .as(texts(Searching::startsWith)),
                declare("EndsWith", "Whether a value ends with a text.")
                        .takes(values(), one("text", STRING, "the text"), caseType())
                        .example("EndsWith(Split(\"a@x.com,a@y.org\", \",\"), \".org\")", "True")
                        .as(texts(Searching::endsWith)),
                matches(),
                under());
    }

    private static Parameter values() {
        return several("values", "the values", STRING, REFERENCE);
    }

    private static Parameter caseType() {
        return choice("caseType", "whether case counts", IGNORES_CASE, "CaseSensitive");
    }

    static boolean ignoresCase(Arguments arguments, int index) {
        return IGNORES_CASE.equals(arguments.constantText(index));
    }

    static String text(Value value) {
        return value instanceof ReferenceValue reference ? reference.key() : Reading.text(value);
    }

    /** Compares a text with another. */
    @FunctionalInterface
    private interface Test {
        boolean of(String text, String other, boolean ignoreCase);
    }

    private static Body texts(Test test) {
        return arguments -> {
            Term values = arguments.get(0);
            Term wanted = arguments.get(1);
            boolean ignoreCase = arguments.count() < 3 || ignoresCase(arguments, 2);
            return TruthBody.term(evaluation -> {
                String text = wanted.text(evaluation);
                return text != null
                        && values.list(evaluation).stream().anyMatch(value -> test.of(text(value), text, ignoreCase));
            });
        };
    }

    private static Function matches() {
        return declare("Matches", "Whether a regular expression is found in a value.")
                .takes(several("values", "the values", STRING), one("pattern", STRING, "a Java regular expression"),
                        caseType())
                .fails("when the pattern is none (as text it is checked when the rules are read), or when it takes too many steps")
                .example("Matches(\"Chief Officer\", \"^chief \")", "True")
                .as(ConditionFunctions::bindMatches);
    }

    private static Term bindMatches(Arguments arguments) {
        Term values = arguments.get(0);
        CheckedConstant<BoundedPattern> pattern = CheckedConstant.of(
                arguments, 1, ignoresCase(arguments, 2) ? BoundedPattern::ignoringCase : BoundedPattern::of);
        return TruthBody.term(evaluation -> RegexFunctions.isFound(values, pattern.value(evaluation), evaluation));
    }

    private static Function under() {
        return declare("IsUnder", "Whether a distinguished name lies below a container, at any depth.")
                .takes(values(), one("container", STRING, "the container's name; it is not below itself"))
                .example("IsUnder(\"cn=Ann,ou=Sales,dc=contoso\", \"DC=contoso\")", "True")
                .example("IsUnder(\"dc=contoso\", \"dc=contoso\")", "False")
                .as(texts((dn, container, ignoreCase) -> NameParts.isUnder(dn, container)));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CONDITIONS, name, purpose)
                .gives("True or False; False for nothing.")
                .from(Origin.SYNCLINE);
    }
}
