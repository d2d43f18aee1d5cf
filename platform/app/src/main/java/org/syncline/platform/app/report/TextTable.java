package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells, each column as wide as its widest cell; the last one as it comes. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints all rows, each after an indentation. */
    public void print(PrintWriter out, String indentation) {
        int[] widths = widths();
        for (List<String> row : rows) {
            out.println((indentation + line(row, widths)).stripTrailing());
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(column == 0 ? "" : GAP).append(TextWidth.pad(row.get(column), widths[column]));
        }
        return line.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size() - 1; column++) {
                widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
            }
        }
        return widths;
    }
}
