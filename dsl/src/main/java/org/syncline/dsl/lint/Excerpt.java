package org.syncline.dsl.lint;

import org.syncline.dsl.expression.Expression;

/** What is quoted of a condition. */
final class Excerpt {
    private static final int LONGEST = 100;

    private Excerpt() {}

    static String of(Expression expression) {
        String line = expression.source().strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
