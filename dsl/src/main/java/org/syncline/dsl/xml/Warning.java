package org.syncline.dsl.xml;

import org.syncline.dsl.lint.Lint;
import org.syncline.dsl.lint.LintCode;

/**
 * Something of a configuration that works, though perhaps otherwise than meant.
 *
 * @param problem where, and what
 */
public record Warning(LintCode code, Problem problem) implements Comparable<Warning> {
    static Warning of(Lint lint) {
        return new Warning(lint.code(), new Problem(
                lint.location().file(), lint.location().line(), lint.location().column(), lint.message(),
                lint.suggestion()));
    }

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
