package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;

import java.util.List;
import java.util.function.Predicate;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.TextValue;

/** The functions that ask whether there is a value. */
final class PresenceFunctions {
    private PresenceFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("IsPresent", "Whether there is a value that is not an empty text.")
                        .example("IsPresent(\"x\")", "True")
                        .example("IsPresent(\"\")", "False")
                        .as(test(PresenceFunctions::isPresent)),
                declare("IsNullOrEmpty", "Whether there is no value or an empty text.")
                        .example("IsNullOrEmpty(\"\")", "True")
                        .as(test(content -> !isPresent(content))),
                declare("IsNull", "Whether there is no value; an attribute without a value is NULL.")
                        .example("IsNull(NULL)", "True")
                        .example("IsNull(\"\")", "False")
                        .as(test(content -> !content.isPresent())),
                declare("IsEmpty", "Whether there is a value and it is an empty text.")
                        .example("IsEmpty(\"\")", "True")
                        .example("IsEmpty(NULL)", "False")
                        .as(test(content -> content instanceof TextValue text && text.text().isEmpty())));
    }

    private static boolean isPresent(Content content) {
        return content instanceof TextValue text ? !text.text().isEmpty() : content.isPresent();
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TESTS, name, purpose)
                .takes(any("value", "what to look at"))
                .gives("True or False.");
    }

    private static Function.Body test(Predicate<Content> test) {
        return arguments -> {
            Term value = arguments.get(0);
            return TruthBody.term(evaluation -> test.test(value.content(evaluation)));
        };
    }
}
