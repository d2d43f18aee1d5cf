package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.syncline.platform.app.Syncline;
import org.syncline.platform.app.report.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that ran: how it ended and what it printed. */
record Command(int code, String out, String err) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Runs a command in this process. */
    static Command run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Syncline.run(new Screen(new PrintWriter(out), new PrintWriter(err), false, false), arguments);
        return new Command(code, out.toString(), err.toString());
    }

    /** Fails unless the command ended so. */
    Command endedWith(int expected) {
        assertEquals(expected, code, this::toString);
        return this;
    }

    /** What it printed with {@code --json}, line by line. */
    List<JsonNode> lines() {
        return out.lines().map(JSON::readTree).toList();
    }

    /** How often something was counted, over all steps that were printed. */
    long counted(String counter) {
        return lines().stream().mapToLong(step -> step.path("counters").path(counter).asLong(0)).sum();
    }

    /** The result of a step of a connector, the last if there were several. */
    String result(String connector, String step) {
        return of(connector, step, "result");
    }

    /** What is said of a step of a connector, the last if there were several. */
    String message(String connector, String step) {
        return of(connector, step, "message");
    }

    private String of(String connector, String step, String field) {
        return lines().stream()
                .filter(line -> line.path("connector").asString().equals(connector))
                .filter(line -> line.path("step").asString().equals(step))
                .map(line -> line.path(field).asString())
                .reduce("did not run", (earlier, later) -> later);
    }

    /** What was written to connected systems, over all steps. */
    long written() {
        return counted("export-add") + counted("export-update") + counted("export-rename") + counted("export-delete");
    }
}
