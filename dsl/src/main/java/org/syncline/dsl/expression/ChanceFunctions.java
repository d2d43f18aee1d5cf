package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.INTEGER;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.syncline.dsl.expression.Function.Group;

/** The functions that draw lots. Not for secrets: {@code <random-password>} makes those. */
final class ChanceFunctions {
    private static final String ONLY_ONCE = "It can stand in <initial> only, whose value is made once.";

    private ChanceFunctions() {}

    static List<Function> functions() {
        return List.of(number(), guid());
    }

    private static Function number() {
        return declare("RandomNum", "A random number. " + ONLY_ONCE)
                .takes(
                        one("start", INTEGER, "the least number it may be"),
                        one("end", INTEGER, "the greatest number it may be"))
                .gives("A whole number; nothing for nothing.")
                .fails("when the end is less than the start")
                .example("RandomNum(7, 7)", "7")
                .example("RandomNum(100, 999) > 99", "True")
                .as(NumberBody.ofNumbers(ChanceFunctions::between));
    }

    private static long between(long start, long end) {
        if (end < start) {
            throw new EvaluationException("There is no number from " + start + " to " + end);
        }
        return end == Long.MAX_VALUE
                ? ThreadLocalRandom.current().nextLong(start - 1, end) + 1
                : ThreadLocalRandom.current().nextLong(start, end + 1);
    }

    private static Function guid() {
        return declare("Guid", "A new random GUID. " + ONLY_ONCE)
                .gives("A text of 36 characters.")
                .example("Len(Guid())", "36")
                .example("IsGuid(Guid())", "True")
                .as(arguments -> TextBody.term(evaluation -> UUID.randomUUID().toString()));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.CHANCE, name, purpose).draws();
    }
}
