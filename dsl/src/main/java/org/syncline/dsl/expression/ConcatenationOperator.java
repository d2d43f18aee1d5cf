package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;

/** The operator {@code &} and the function that does the same. */
final class ConcatenationOperator {
    private static final int MOST = 3;
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
        return joined(arguments.terms().stream().map(ConcatenationOperator::readable).toList());
    }

    /** What is known stands between up to three others at once. */
    private static Term joined(List<Term> parts) {
        List<Term> open = parts.stream().filter(part -> !(part instanceof Constant)).toList();
        return switch (open.size()) {
            case 0 -> ofKnown(parts);
            case 1 -> ofOne(Joint.of(parts), open.get(0));
            case 2 -> ofTwo(Joint.of(parts), open.get(0), open.get(1));
            case MOST -> ofThree(Joint.of(parts), open.get(0), open.get(1), open.get(2));
            default -> joined(inGroups(parts));
        };
    }

    private static List<Term> inGroups(List<Term> parts) {
        List<Term> groups = new ArrayList<>();
        List<Term> group = new ArrayList<>();
        int open = 0;
        for (Term part : parts) {
            if (open == MOST) {
                groups.add(joined(group));
                group = new ArrayList<>();
                open = 0;
            }
            group.add(part);
            open += part instanceof Constant ? 0 : 1;
        }
        groups.add(joined(group));
        return groups;
    }

    private static Term ofKnown(List<Term> parts) {
        return TextBody.term(evaluation -> parts.stream().map(part -> present(part.text(evaluation)))
                .collect(Collectors.joining()));
    }

    private static Term ofOne(Joint joint, Term only) {
        return TextBody.term(evaluation -> joint.join(present(only.text(evaluation))));
    }

    private static Term ofTwo(Joint joint, Term first, Term second) {
        return TextBody.term(
                evaluation -> joint.join(present(first.text(evaluation)), present(second.text(evaluation))));
    }

    private static Term ofThree(Joint joint, Term first, Term second, Term third) {
        return TextBody.term(evaluation -> joint.join(
                present(first.text(evaluation)), present(second.text(evaluation)), present(third.text(evaluation))));
    }

    private static String present(String text) {
        return text == null ? "" : text;
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
