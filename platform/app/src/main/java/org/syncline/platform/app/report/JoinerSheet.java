package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.platform.engine.operations.Disconnected;

/** Objects that belong to nobody and whom they may belong to, for a person to read. */
public final class JoinerSheet {
    private static final int CANDIDATES = 5;

    private final Screen screen;
    private final PrintWriter out;

    public JoinerSheet(Screen screen) {
        this.screen = screen;
        this.out = screen.out();
    }

    public void print(Disconnected object) {
        out.println(screen.styled("bold", object.connector() + " " + object.objectType() + " " + object.title())
                + "  (#" + object.id() + ", " + object.state() + ")");
        object.attempts().forEach(this::print);
        out.println();
    }

    private void print(Disconnected.Attempt attempt) {
        out.println("  " + attempt.rule() + ": " + attempt.outcome() + "  " + keys(attempt.keys()));
        TextTable table = new TextTable();
        attempt.candidates().stream().limit(CANDIDATES).forEach(candidate -> table.row(
                "#" + candidate.identity(), candidate.score() + " %", "by " + String.join(", ", candidate.agreed()),
                candidate.taken() ? "has such an account already" : ""));
        table.print(out, "    ");
    }

    private static String keys(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + " = " + (key.getValue() == null ? "(nothing)" : key.getValue()))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
