package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;

import java.util.List;
import java.util.function.Predicate;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions that ask whether a conversion would succeed. */
final class TypeTestFunctions {
    private TypeTestFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("IsNumeric", "Whether CNum can make a number of a value.")
                        .example("IsNumeric(\"-12\")", "True")
                        .example("IsNumeric(\"12 apples\")", "False")
                        .as(test(content -> content instanceof IntegerValue
                                || content instanceof TextValue text && Conversions.number(text.text()) != null)),
                declare("IsString", "Whether CStr can make a text of a value.")
                        .example("IsString(\"x\")", "True")
                        .example("IsString(NULL)", "False")
                        .as(test(TypeTestFunctions::isText)),
                declare("IsDate", "Whether CDate can make a date of a value.")
                        .example("IsDate(\"2026-02-28\")", "True")
                        .example("IsDate(\"2026-02-30\")", "False")
                        .as(test(content -> content instanceof DateValue
                                || content instanceof TextValue text && DateText.parse(text.text()) != null)),
                declare("IsGuid", "Whether CGuid can make a GUID of a text.")
                        .example("IsGuid(\"{00112233-4455-6677-8899-aabbccddeeff}\")", "True")
                        .example("IsGuid(\"0011\")", "False")
                        .as(test(content -> content instanceof TextValue text && Identifiers.isGuid(text.text()))));
    }

    private static boolean isText(Content content) {
        return content instanceof Value && !(content instanceof DateValue) && !(content instanceof BinaryValue)
                && !(content instanceof GeneratedSecret);
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.TESTS, name, purpose)
                .takes(any("value", "what to look at"))
                .gives("True or False; False for nothing and for several values.");
    }

    private static Function.Body test(Predicate<Content> test) {
        return arguments -> {
            Term value = arguments.get(0);
            return TruthBody.term(evaluation -> test.test(value.content(evaluation)));
        };
    }
}
