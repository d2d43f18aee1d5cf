package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.any;
import static org.syncline.dsl.expression.Parameter.attribute;
import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.Parameter.several;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.REFERENCE;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The functions over several values; they are counted from 1. */
final class MultiValueFunctions {
    private MultiValueFunctions() {}

    static List<Function> functions() {
        return List.of(contains(), count(), valueCount(), item(), itemOrNull(), merge(), removeDuplicates());
    }

    private static Function contains() {
        return declare("Contains",
                "Which of several values is the first to contain a text; a reference must be the text.")
                .takes(
                        several("values", "the values", STRING, REFERENCE),
                        one("search", STRING, "the text to search for"),
                        choice("caseType", "whether case counts", "CaseSensitive", "CaseInsensitive"))
                .gives("The number of the value, 0 if there is none.")
                .example("Contains(Split(\"smtp:a,SMTP:b\", \",\"), \"SMTP:\")", "2")
                .example("Contains(Split(\"smtp:a,SMTP:b\", \",\"), \"SMTP:\", CaseInsensitive)", "1")
                .as(MultiValueFunctions::bindContains);
    }

    private static Term bindContains(Arguments arguments) {
        Term values = arguments.get(0);
        Term search = arguments.get(1);
        boolean ignoreCase = "CaseInsensitive".equals(arguments.constantText(2));
        return NumberBody.term(evaluation -> {
            String wanted = search.text(evaluation);
            return wanted == null ? 0 : place(values.list(evaluation), wanted, ignoreCase);
        });
    }

    private static long place(List<Value> values, String search, boolean ignoreCase) {
        for (int index = 0; index < values.size(); index++) {
            boolean found = values.get(index) instanceof ReferenceValue reference
                    ? Searching.same(reference.key(), search, ignoreCase)
                    : Searching.contains(Reading.text(values.get(index)), search, ignoreCase);
            if (found) {
                return index + 1L;
            }
        }
        return 0;
    }

    private static Function count() {
        return declare("Count", "The number of values.")
                .takes(any("values", "the values"))
                .gives("A whole number, 0 for nothing.")
                .example("Count(Split(\"a,b,a\", \",\"))", "3")
                .example("Count(NULL)", "0")
                .as(MultiValueFunctions::counted);
    }

    private static Function valueCount() {
        return declare("ValueCount", "The number of values of an attribute.")
                .takes(attribute("attribute", "the attribute, or its name as text"))
                .gives("A whole number, 0 for nothing.")
                .from(Origin.MIM)
                .example("ValueCount(\"otherMailbox\")", "0")
                .as(MultiValueFunctions::counted);
    }

    private static Term counted(Arguments arguments) {
        Term values = arguments.get(0);
        return NumberBody.term(evaluation -> values.list(evaluation).size());
    }

    private static Function item() {
        return declare("Item", "One of several values.")
                .takes(any("values", "the values"), one("number", INTEGER, "which one, from 1"))
                .gives("The value.")
                .fails("when there is no such value")
                .example("Item(Split(\"a,b,a\", \",\"), 3)", "a")
                .as(arguments -> item(arguments, true));
    }

    private static Function itemOrNull() {
        return declare("ItemOrNull", "One of several values, if there is such a value.")
                .takes(any("values", "the values"), one("number", INTEGER, "which one, from 1"))
                .gives("The value; nothing if there is no such value.")
                .example("ItemOrNull(Split(\"a,b\", \",\"), 2)", "b")
                .example("ItemOrNull(Split(\"a,b\", \",\"), 3)", "NULL")
                .as(arguments -> item(arguments, false));
    }

    private static Term item(Arguments arguments, boolean needed) {
        Term values = arguments.get(0);
        Term number = arguments.get(1);
        return ContentBody.term(values.shape().with(Shape.Count.ONE), evaluation -> {
            List<Value> list = values.list(evaluation);
            long index = number.integer(evaluation);
            if (index >= 1 && index <= list.size()) {
                return list.get((int) index - 1);
            }
            if (needed) {
                throw new EvaluationException(
                        "There is no value number " + (index == Term.ABSENT ? "NULL" : index) + " among "
                                + list.size() + "; ItemOrNull gives NULL instead of an error");
            }
            return Absence.NULL;
        });
    }

    private static Function merge() {
        return declare("Merge", "The values of all its arguments, in their order.")
                .takes(any("values", "the values"), any("values", "more values").again())
                .gives("The values, also those that repeat others; nothing if there are none.")
                .example("Merge(\"SMTP:a@x.com\", Split(\"smtp:b@x.com,smtp:c@x.com\", \",\"))",
                        "SMTP:a@x.com|smtp:b@x.com|smtp:c@x.com")
                .example("Merge(NULL, \"a\")", "a")
                .as(MultiValueFunctions::merged);
    }

    private static Term merged(Arguments arguments) {
        List<Term> terms = List.copyOf(arguments.terms());
        Shape each = terms.stream().map(Term::shape).reduce(Shape.NOTHING, Shape::or);
        return ContentBody.list(each, evaluation -> {
            List<Value> merged = new ArrayList<>();
            terms.forEach(term -> merged.addAll(term.list(evaluation)));
            return merged;
        });
    }

    private static Function removeDuplicates() {
        return declare("RemoveDuplicates", "The values without those that repeat an earlier one.")
                .takes(any("values", "the values"))
                .gives("The remaining values; nothing for nothing.")
                .example("RemoveDuplicates(Split(\"a,b,a\", \",\"))", "a|b")
                .as(arguments -> {
                    Term values = arguments.get(0);
                    return ContentBody.list(
                            values.shape(), evaluation -> values.list(evaluation).stream().distinct().toList());
                });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.MULTI_VALUE, name, purpose);
    }
}
