package org.syncline.dsl.xml;

import java.util.Comparator;

/**
 * One thing that is wrong with a configuration folder.
 *
 * @param file relative to the folder, with forward slashes
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, without a full stop
 * @param suggestion how to mend it, or what was probably meant; null for none
 */
public record Problem(String file, int line, int column, String message, String suggestion)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** Everything that is to be said, without the place. */
    public String text() {
        return suggestion == null ? message : message + "; " + suggestion;
    }

    /** In the order of files, and from top to bottom. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + text();
    }
}
