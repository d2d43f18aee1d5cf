package org.syncline.platform.app.init;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Asks the person at the terminal, if there is one. */
public final class Questions {
    private final BufferedReader answers;
    private final PrintWriter questions;

    /** A question that nobody answered, or that was answered with what is not there; says how to answer it. */
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message) {
            super(message);
        }
    }

    /** @param answers what a person types; null where nobody is there to ask */
    public Questions(BufferedReader answers, PrintWriter questions) {
        this.answers = answers;
        this.questions = questions;
    }

    boolean canAsk() {
        return answers != null;
    }

    /**
     * What a person answers.
     *
     * @param usual what an empty answer stands for; null where there must be one
     */
    String ask(String question, String usual) {
        return ask(question, usual, answer -> answer == null ? "There must be an answer." : null);
    }

    /**
     * What a person answers; asked again until nothing is wrong with it.
     *
     * @param usual what an empty answer stands for, and is shown in brackets; null for nothing
     * @param wrong what is wrong with an answer, which is null where nothing was said; null for nothing
     */
    String ask(String question, String usual, Function<String, String> wrong) {
        while (true) {
            String said = line(question + (usual == null ? "" : " [" + usual + "]"));
            String answer = said.isEmpty() ? usual : said;
            String reason = wrong.apply(answer);
            if (reason == null) {
                return answer;
            }
            questions.println(reason);
        }
    }

    private String line(String question) {
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
