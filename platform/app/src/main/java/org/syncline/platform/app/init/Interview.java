package org.syncline.platform.app.init;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.NearestName;
import org.syncline.platform.app.init.PeopleFile.Wanted;

/** Finds out which column of a file holds what: from options, from what columns are usually called, or by asking. */
public final class Interview {
    private final PeopleFile people;
    private final BufferedReader answers;
    private final PrintWriter questions;

    /** A question that nobody answered, or that was answered with a column that is not there; says how to answer it. */
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    /** @param answers what a person types; null where nobody is there to ask */
    public Interview(PeopleFile people, BufferedReader answers, PrintWriter questions) {
        this.people = people;
        this.answers = answers;
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
        if (answers != null) {
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
        while (true) {
            String answer = answer("Which column holds " + wanted.meaning() + "?"
                    + (guess != null ? " [" + guess + "]" : wanted.isNeeded() ? "" : " [none]"));
            String column = answer.isEmpty() ? guess : answer;
            boolean isNone = column == null || column.equals("none");
            if (isNone && !wanted.isNeeded()) {
                return null;
            }
            if (!isNone && people.columns().contains(column)) {
                return column;
            }
            questions.println("The columns are " + String.join(", ", people.columns())
                    + (wanted.isNeeded() ? "." : "; or none."));
        }
    }

    /** What a person answers to a question; empty for the default. */
    private String answer(String question) {
        questions.print(question + " ");
        questions.flush();
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new Unanswered("Nobody answers; give options, see syncline init --help");
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
