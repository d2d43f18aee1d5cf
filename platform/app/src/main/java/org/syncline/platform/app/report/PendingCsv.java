package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.platform.engine.operations.ShownExport;

/** Pending exports as a table for a spreadsheet (RFC 4180): one row a value, and one for a change without any. */
public final class PendingCsv implements PendingPrinter {
    private static final String LINE_END = "\r\n";

    private final PrintWriter out;

    public PendingCsv(PrintWriter out) {
        this.out = out;
        row("change", "object-type", "object", "attribute", "action", "value", "state");
    }

    @Override
    public void print(ShownExport export) {
        boolean anything = export.newDn() != null || !export.changes().isEmpty();
        if (!anything) {
            row(export, "", "", "");
        }
        if (export.newDn() != null) {
            row(export, "dn", "rename", export.newDn());
        }
        export.changes().forEach(change -> {
            change.removed().forEach(value -> row(export, change.attribute(), "remove", value));
            change.added().forEach(value -> row(export, change.attribute(), "add", value));
        });
    }

    private void row(ShownExport export, String attribute, String action, String value) {
        row(export.kind(), export.objectType(), export.title(), attribute, action, value,
                export.state() == null ? "" : export.state());
    }

    private void row(String... cells) {
        out.print(List.of(cells).stream().map(PendingCsv::quoted).collect(Collectors.joining(",")) + LINE_END);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(character -> "\",\r\n;".indexOf(character) >= 0);
        return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
