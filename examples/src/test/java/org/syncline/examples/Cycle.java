package org.syncline.examples;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.app.report.RunSummary;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;

/** A whole cycle of a folder that ran in this process, at a time of the test's choosing. */
record Cycle(List<StepReport> steps) {

    /** What {@code syncline run} would do after this time. */
    static Cycle later(Duration time, ConfigurationFolder folder, Map<String, String> environment) {
        return run(Clock.offset(Clock.systemUTC(), time), folder, environment, step -> {});
    }

    /** What {@code syncline run} does, with somebody who is told of each step when it has ended. */
    static Cycle watched(ConfigurationFolder folder, Map<String, String> environment, Consumer<StepReport> watching) {
        return run(Clock.systemUTC(), folder, environment, watching);
    }

    private static Cycle run(Clock clock, ConfigurationFolder folder, Map<String, String> environment,
            Consumer<StepReport> watching) {
        List<StepReport> steps = new ArrayList<>();
        try (Workspace workspace =
                Workspace.openToRun(folder.path(), environment, clock, SynclineContext.open())) {
            workspace.run(workspace.engine().cycle(), UnaryOperator.identity(), watching.andThen(steps::add));
        }
        return new Cycle(steps);
    }

    /** How it ended. */
    RunSummary.Outcome outcome() {
        RunSummary summary = new RunSummary();
        steps.forEach(summary::add);
        return summary.outcome();
    }

    /** Whether a step of a connector ran. */
    boolean ran(String connector, Kind kind) {
        return steps.stream()
                .map(StepReport::request)
                .anyMatch(request -> request.connector().equals(connector) && request.step().kind() == kind);
    }

    long counted(Counter counter) {
        return steps.stream().mapToLong(step -> step.counters().of(counter)).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (StepReport step : steps) {
            text.append(step.request()).append(' ').append(step.result().text()).append(' ').append(step.counters())
                    .append(step.message() == null ? "" : ' ' + step.message()).append('\n');
            step.errors().forEach(error -> text.append("  ").append(error).append('\n'));
        }
        return text.toString();
    }
}
