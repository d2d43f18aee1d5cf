package org.syncline.dsl.expression;

import java.util.List;

/** An expression that does not compile; says everything that is wrong with it. */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What sort of mistake. */
    public enum Kind {
        SYNTAX,
        UNKNOWN,
        TYPE
    }

    /**
     * One mistake.
     *
     * @param line in the expression's text, from 1
     * @param column in that line, from 1
     * @param suggestion the nearest known name or a hint; null for none
     */
    public record Mistake(Kind kind, int line, int column, String message, String suggestion) {}

    private final transient List<Mistake> mistakes;

    public ExpressionException(List<Mistake> mistakes) {
        super(mistakes.getFirst().message());
        this.mistakes = List.copyOf(mistakes);
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
