package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;

/** The operator {@code &} and the function that does the same. */
final class ConcatenationOperator {
    private static final String RESULT =
            "The joined text; nothing counts as an empty text. With one argument of several values: each of them joined.";

    private ConcatenationOperator() {}

    static List<Function> functions() {
        Function operator = new Declaration(Group.OPERATORS, "&", "Joins texts; whole numbers are written out.")
                .takes(
                        each("text", STRING, "the first text or number").or(INTEGER),
                        each("text", STRING, "what to add").or(INTEGER).again())
                .gives(RESULT)
                .example("\"Ann\" & \" \" & \"Lee\"", "Ann Lee")
                .example("\"room \" & 7", "room 7")
                .example("\"a\" & NULL", "a")
                .as(ConcatenationOperator::bind);
        Function function = new Declaration(Group.TEXT, "Concatenate", "Joins texts, as the operator & does.")
                .takes(
                        each("text", STRING, "the first text or number").or(INTEGER),
                        each("text", STRING, "what to add").or(INTEGER).again())
                .gives(RESULT)
                .from(Function.Origin.MIM)
                .example("Concatenate(\"Ann\", \" \", \"Lee\")", "Ann Lee")
                .as(ConcatenationOperator::bind);
        return List.of(operator, function);
    }

    private static Term bind(Arguments arguments) {
        Term[] parts = arguments.terms().stream().map(ConcatenationOperator::readable).toArray(Term[]::new);
        return switch (parts.length) {
            case 2 -> ofTwo(parts[0], parts[1]);
            case 3 -> ofThree(parts[0], parts[1], parts[2]);
            default -> ofMany(parts);
        };
    }

    private static Term ofTwo(Term left, Term right) {
        return TextBody.term(evaluation -> {
            String first = left.text(evaluation);
            String second = right.text(evaluation);
            return first == null ? second == null ? "" : second : second == null ? first : first.concat(second);
        });
    }

    /** The commonest case: what a distinguished name is made of. */
    private static Term ofThree(Term left, Term middle, Term right) {
        return TextBody.term(evaluation -> present(left.text(evaluation)) + present(middle.text(evaluation))
                + present(right.text(evaluation)));
    }

    private static String present(String text) {
        return text == null ? "" : text;
    }

    private static Term ofMany(Term[] parts) {
        return TextBody.term(evaluation -> {
            StringBuilder joined = new StringBuilder();
            for (Term part : parts) {
                joined.append(present(part.text(evaluation)));
            }
            return joined.toString();
        });
    }

    private static Term readable(Term term) {
        AttributeType type = term.shape().type();
        if (type == STRING) {
            return term;
        }
        return type == INTEGER ? written(term) : writtenIfNumber(term);
    }

    private static Term written(Term number) {
        return TextBody.term(evaluation -> {
            long value = number.integer(evaluation);
            return value == Term.ABSENT ? null : Long.toString(value);
        });
    }

    private static Term writtenIfNumber(Term unknown) {
        return TextBody.term(evaluation -> {
            Content content = unknown.content(evaluation);
            if (content == Absence.NULL) {
                return null;
            }
            return content instanceof IntegerValue number ? number.text() : Reading.text(content);
        });
    }
}
