package org.syncline.platform.app.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** The steps of a run as lines of a table, printed as they end; its columns are as wide as they will ever need to be. */
public final class StepLines {
    private static final int STEP = width(List.of(Kind.values()).stream().map(Kind::text).toList());
    private static final int RESULT = "completed-discovery-errors".length();
    private static final int SECONDS = 8;

    private final Screen screen;
    private final int connector;

    public StepLines(Screen screen, Iterable<String> connectors) {
        this.screen = screen;
        int widest = "connector".length();
        for (String name : connectors) {
            widest = Math.max(widest, name.length());
        }
        this.connector = widest;
    }

    public void printHeader() {
        screen.out().println(screen.styled("bold", line("connector", "step", "result", "seconds", "counters")));
    }

    public void print(StepReport report) {
        StepResult result = report.result();
        String line = line(
                report.request().connector(), report.request().step().kind().text(), result.text(),
                seconds(report.took()), counters(report.counters()));
        screen.out().println(result == StepResult.SUCCESS
                ? line
                : screen.styled(result.isCompleted() ? "yellow" : "red", line));
        if (report.message() != null) {
            report.message().lines().forEach(message -> screen.out().println("  " + message));
        }
    }

    private String line(String name, String step, String result, String seconds, String counters) {
        return String.join("  ", TextWidth.pad(name, connector), TextWidth.pad(step, STEP),
                TextWidth.pad(result, RESULT), " ".repeat(Math.max(0, SECONDS - seconds.length())) + seconds, counters)
                .stripTrailing();
    }

    /** Seconds with two decimals, in whatever country. */
    public static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%,.2f", took.toNanos() / 1e9);
    }

    /** Counters by MIM's names; a dash for none. */
    public static String counters(Counters counters) {
        Map<String, Long> counts = counters.asMap();
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + String.format(Locale.ROOT, "%,d", count.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }
}
