package org.syncline.dsl.xml;

/**
 * Something of a configuration that works, though perhaps otherwise than meant.
 *
 * @param code the same in all versions, such as {@link #CLOCK_READ_DAILY}
 * @param problem where, and what
 */
public record Warning(String code, Problem problem) implements Comparable<Warning> {
    /** The clock is read in a way of which nobody can say when it makes a difference. */
    public static final String CLOCK_READ_DAILY = "clock-read-daily";

    @Override
    public int compareTo(Warning other) {
        int place = problem.compareTo(other.problem);
        return place != 0 ? place : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return problem.file() + ":" + problem.line() + ":" + problem.column() + ": warning " + code + ": "
                + problem.text();
    }
}
