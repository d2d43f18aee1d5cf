package org.syncline.platform.app.init;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.NearestName;
import org.syncline.platform.app.init.PeopleFile.Wanted;
import org.syncline.platform.app.init.Questions.Unanswered;

/** Finds out which column of a file holds what: from options, from what columns are usually called, or by asking. */
public final class Interview {
    private static final String NONE = "none";
    private static final String USUALLY_LEFT = "left";

    private final PeopleFile people;
    private final Questions questions;

    public Interview(PeopleFile people, Questions questions) {
        this.people = people;
        this.questions = questions;
    }

    /**
     * The columns by what they hold; what the file does not have is left out.
     *
     * @param given by options
     * @throws Unanswered if a column that is needed cannot be told
     */
    public Map<Wanted, String> columns(Map<Wanted, String> given) {
        Map<Wanted, String> columns = new EnumMap<>(Wanted.class);
        for (Wanted wanted : Wanted.values()) {
            String column = given.containsKey(wanted) ? existing(wanted, given.get(wanted)) : found(wanted);
            if (column != null) {
                columns.put(wanted, column);
            }
        }
        return columns;
    }

    /**
     * What stands in the column of the status for those who left.
     *
     * @param given by option; null if it was not
     * @param columns as found
     */
    public String left(String given, Map<Wanted, String> columns) {
        String status = columns.get(Wanted.STATUS);
        if (given != null || status == null || !questions.canAsk()) {
            return given == null ? USUALLY_LEFT : given;
        }
        return questions.ask("What stands in " + status + " for those who left?", USUALLY_LEFT);
    }

    private String existing(Wanted wanted, String column) {
        if (!people.columns().contains(column)) {
            String nearest = NearestName.to(column, people.columns());
            throw new Unanswered("--" + wanted.option() + ": " + people.path() + " has no column '" + column + "'; "
                    + (nearest == null ? there() : "did you mean " + nearest + "?"));
        }
        return column;
    }

    private String found(Wanted wanted) {
        String guess = people.guess(wanted);
        if (questions.canAsk()) {
            return asked(wanted, guess);
        }
        if (guess == null && wanted.isNeeded()) {
            throw new Unanswered("Which column of " + people.path() + " holds " + wanted.meaning() + "? Say it with --"
                    + wanted.option() + "; " + there());
        }
        return guess;
    }

    private String there() {
        List<String> columns = people.columns();
        return "there " + (columns.size() == 1 ? "is only " : "are ") + String.join(", ", columns);
    }

    private String asked(Wanted wanted, String guess) {
        String usual = guess == null && !wanted.isNeeded() ? NONE : guess;
        String column = questions.ask("Which column holds " + wanted.meaning() + "?", usual,
                answer -> isColumn(answer) || NONE.equals(answer) && !wanted.isNeeded()
                        ? null
                        : "The columns are " + String.join(", ", people.columns())
                                + (wanted.isNeeded() ? "." : "; or none."));
        return isColumn(column) ? column : null;
    }

    private boolean isColumn(String answer) {
        return people.columns().contains(answer);
    }
}
