package org.syncline.platform.app.report;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** The steps of a run as lines of a table, printed as they end; its columns are as wide as they will ever need to be. */
public final class StepLines {
    private static final int STEP = width(Stream.of(Kind.values()).map(Kind::text));
    private static final int RESULT = width(Stream.of(StepResult.values()).map(StepResult::text));
    private static final int SECONDS = 8;

    private final Screen screen;
    private final int connector;
    private final int step;

    public StepLines(Screen screen, Collection<ConnectorDefinition> connectors) {
        this.screen = screen;
        this.connector = Math.max("connector".length(), width(connectors.stream().map(ConnectorDefinition::name)));
        this.step = Math.max(STEP, width(connectors.stream()
                .flatMap(one -> one.runProfiles().stream())
                .flatMap(profile -> profile.steps().stream())
                .map(RunProfile.Step::title)));
    }

    public void printHeader() {
        screen.out().println(screen.styled("bold", line("connector", "step", "result", "seconds", "counters")));
    }

    public void print(StepReport report) {
        StepResult result = report.result();
        String line = line(
                report.request().connector(), report.request().step().title(), result.text(),
                seconds(report.took()), counters(report.counters()));
        screen.out().println(result == StepResult.SUCCESS
                ? line
                : screen.styled(result.isCompleted() ? "yellow" : "red", line));
        if (report.message() != null) {
            report.message().lines().forEach(message -> screen.out().println("  " + message));
        }
    }

    private String line(String name, String title, String result, String seconds, String counters) {
        return String.join("  ", TextWidth.pad(name, connector), TextWidth.pad(title, step),
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

    private static int width(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }
}
