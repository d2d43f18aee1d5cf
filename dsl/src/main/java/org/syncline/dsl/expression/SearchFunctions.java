package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Body;
import org.syncline.dsl.expression.Function.Group;

/** The functions that find a text in another; places are counted from 1. */
final class SearchFunctions {
    private static final String TEXT_COMPARE = "vbTextCompare";

    private SearchFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("InStr", "Where a text first occurs in another.", Constant.of(1), "where to begin, from 1")
                        .example("InStr(\"The quick brown fox\", \"quick\")", "5")
                        .example("InStr(\"repEated\", \"e\", 3, vbBinaryCompare)", "7")
                        .example("InStr(\"repEated\", \"e\", 3, vbTextCompare)", "4")
                        .as(bind(Searching::first)),
                declare("InStrRev", "Where a text last occurs in another.", Constant.of(-1),
                        "where the search ends, from 1; the end of the text for -1")
                        .example("InStrRev(\"abbcdbbbef\", \"bb\")", "7")
                        .as(bind(Searching::last)));
    }

    private static Declaration declare(String name, String purpose, Term start, String startPurpose) {
        return new Declaration(Group.TEXT, name, purpose)
                .takes(
                        each("text", STRING, "the text to search"),
                        one("search", STRING, "what to search for"),
                        one("start", INTEGER, startPurpose).otherwise(start),
                        choice("compare", "whether case counts (vbBinaryCompare) or not", "vbBinaryCompare",
                                TEXT_COMPARE))
                .gives("The place, 0 if it does not occur; nothing for nothing.")
                .fails("when the start is not a place of a text");
    }

    /** Searches a text from a place on. */
    @FunctionalInterface
    private interface Search {
        long of(String text, String search, long start, boolean ignoreCase);
    }

    private static Body bind(Search search) {
        return arguments -> {
            Term text = arguments.get(0);
            Term wanted = arguments.get(1);
            Term start = arguments.get(2);
            boolean ignoreCase = TEXT_COMPARE.equals(arguments.constantText(3));
            return NumberBody.term(evaluation -> {
                String first = text.text(evaluation);
                String second = wanted.text(evaluation);
                long third = start.integer(evaluation);
                return first == null || second == null || third == Term.ABSENT
                        ? Term.ABSENT
                        : search.of(first, second, third, ignoreCase);
            });
        };
    }
}
