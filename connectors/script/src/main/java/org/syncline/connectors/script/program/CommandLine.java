package org.syncline.connectors.script.program;

import java.util.ArrayList;
import java.util.List;

/** Splits a command into its arguments, as no shell does: blanks separate, quotes hold together, nothing else means anything. */
final class CommandLine {
    private final List<String> arguments = new ArrayList<>();
    private final StringBuilder argument = new StringBuilder();
    private boolean begun;
    private char quote;

    private CommandLine() {}

    /** @throws IllegalArgumentException if a quote is not closed, or there is nothing */
    static List<String> split(String command) {
        CommandLine line = new CommandLine();
        command.chars().forEach(character -> line.take((char) character));
        line.endArgument();
        if (line.quote != 0) {
            throw new IllegalArgumentException("the quote " + line.quote + " is never closed");
        }
        if (line.arguments.isEmpty()) {
            throw new IllegalArgumentException("it is empty");
        }
        return line.arguments;
    }

    private void take(char character) {
        if (quote != 0) {
            takeQuoted(character);
        } else if (character == '"' || character == '\'') {
            quote = character;
            begun = true;
        } else if (Character.isWhitespace(character)) {
            endArgument();
        } else {
            argument.append(character);
            begun = true;
        }
    }

    private void takeQuoted(char character) {
        if (character == quote) {
            quote = 0;
        } else {
            argument.append(character);
        }
    }

    private void endArgument() {
        if (begun && quote == 0) {
            arguments.add(argument.toString());
            argument.setLength(0);
            begun = false;
        }
    }
}
