package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.dsl.expression.Parameter.several;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** The functions between one text and several. */
final class JoiningFunctions {
    private JoiningFunctions() {}

    static List<Function> functions() {
        Function split = split();
        return List.of(join(), split, Declaration.alias("SplitString", Origin.MIM, split));
    }

    private static Function join() {
        return declare("Join", "Makes one text of several.")
                .takes(
                        several("values", "the texts", STRING),
                        one("delimiter", STRING, "what to put between them; a space if left out")
                                .otherwise(Constant.of(" ")))
                .gives("The joined text; nothing for nothing.")
                .example("Join(Split(\"a,b,c\", \",\"), \"; \")", "a; b; c")
                .as(JoiningFunctions::bindJoin);
    }

    private static Term bindJoin(Arguments arguments) {
        Term values = arguments.get(0);
        Term delimiter = arguments.get(1);
        return TextBody.term(evaluation -> {
            List<Value> list = values.list(evaluation);
            String between = delimiter.text(evaluation);
            return list.isEmpty() ? null : joined(list, between == null ? "" : between);
        });
    }

    private static String joined(List<Value> values, String delimiter) {
        StringJoiner joined = new StringJoiner(delimiter);
        values.forEach(value -> joined.add(Reading.text(value)));
        return joined.toString();
    }

    private static Function split() {
        return declare("Split", "Makes several texts of one.")
                .takes(
                        each("text", STRING, "the text"),
                        one("delimiter", STRING, "what separates its parts"),
                        one("limit", INTEGER,
                                "how many parts there are at most: the last keeps the rest; no limit if left out")
                                .otherwise(Constant.of(Integer.MAX_VALUE)))
                .gives("The parts, empty ones too; nothing for nothing and for an empty text.")
                .fails("when the delimiter is empty or the limit is less than 1")
                .example("Split(\"SMTP:john.doe@contoso.com,smtp:jd@contoso.com\", \",\")",
                        "SMTP:john.doe@contoso.com|smtp:jd@contoso.com")
                .example("Split(\"a-b-c\", \"-\", 2)", "a|b-c")
                .as(JoiningFunctions::bindSplit);
    }

    private static Term bindSplit(Arguments arguments) {
        Term text = arguments.get(0);
        Term delimiter = arguments.get(1);
        Term limit = arguments.get(2);
        return ContentBody.list(Shape.TEXT, evaluation -> {
            String whole = text.text(evaluation);
            String between = delimiter.text(evaluation);
            long most = limit.integer(evaluation);
            return whole == null || whole.isEmpty() || between == null || most == Term.ABSENT
                    ? List.of()
                    : parts(whole, between, most);
        });
    }

    private static List<Value> parts(String text, String delimiter, long limit) {
        if (delimiter.isEmpty() || limit < 1) {
            throw new EvaluationException("Split needs a delimiter that is not empty and a limit of 1 or more");
        }
        List<Value> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0 && parts.size() + 1 < limit; end =
                text.indexOf(delimiter, start)) {
            parts.add(new TextValue(text.substring(start, end)));
            start = end + delimiter.length();
        }
        parts.add(new TextValue(text.substring(start)));
        return parts;
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.MULTI_VALUE, name, purpose);
    }
}
