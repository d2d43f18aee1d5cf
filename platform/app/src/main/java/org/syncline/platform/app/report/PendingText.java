package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import org.syncline.platform.engine.operations.ShownExport;

/** Pending exports for a person to read. */
public final class PendingText implements PendingPrinter {
    private final Screen screen;
    private final PrintWriter out;

    public PendingText(Screen screen, PrintWriter out) {
        this.screen = screen;
        this.out = out;
    }

    @Override
    public void print(ShownExport export) {
        out.println(screen.styled("bold", export.kind() + " " + export.objectType() + " " + export.title())
                + (export.newDn() == null ? "" : " -> " + export.newDn())
                + (export.state() == null ? "" : "  (" + export.state() + ")"));
        export.changes().forEach(change -> {
            lines("red", "- ", change, change.removed());
            lines("green", "+ ", change, change.added());
        });
    }

    private void lines(String colour, String sign, ShownExport.Change change, List<String> values) {
        values.forEach(
                value -> out.println("  " + screen.styled(colour, sign + change.attribute() + ": " + value)));
    }
}
