package org.syncline.platform.app.company;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the HR file of a company, a CSV in UTF-8, one row after the other. */
public final class EmployeeFile {
    private final Company company;
    private final RowFilter filter;

    /** What happens to a person's row on its way into the file. */
    private interface RowFilter {
        String text(long number, Column column, String text);
    }

    private EmployeeFile(Company company, RowFilter filter) {
        this.company = company;
        this.filter = filter;
    }

    /** A file kept with care. */
    public static EmployeeFile tidy(Company company) {
        return new EmployeeFile(company, (number, column, text) -> text);
    }

    /** A file as real ones are: with stray blanks, odd capitals, gaps, and rows that are nobody. */
    public static EmployeeFile untidy(Company company) {
        return new EmployeeFile(company, Untidiness::of);
    }

    public void write(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.append(header());
            StringBuilder row = new StringBuilder(256);
            for (long number = 1; number <= company.people(); number++) {
                write(number, row, writer);
            }
        }
    }

    private void write(long number, StringBuilder row, Writer writer) throws IOException {
        Person person = company.person(number);
        row.setLength(0);
        for (Column column : Column.values()) {
            append(filter.text(number, column, person.text(column)), row);
        }
        row.setCharAt(row.length() - 1, '\n');
        writer.append(row);
    }

    private static String header() {
        StringBuilder header = new StringBuilder();
        for (Column column : Column.values()) {
            append(column.header(), header);
        }
        return header.deleteCharAt(header.length() - 1).append('\n').toString();
    }

    private static void append(String text, StringBuilder row) {
        if (needsQuotes(text)) {
            row.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            row.append(text);
        }
        row.append(',');
    }

    private static boolean needsQuotes(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
    }
}
