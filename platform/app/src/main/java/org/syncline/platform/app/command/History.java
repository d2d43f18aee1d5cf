package org.syncline.platform.app.command;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.report.StepLines;
import org.syncline.platform.app.report.TextTable;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline history}: what ran. */
@Command(name = "history", description = "Lists the steps that ran, the latest first.")
final class History implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many steps (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print one JSON object for each step.")
    private boolean json;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            List<StepRecord> steps = workspace.store().runHistory().steps(limit);
            if (json) {
                steps.forEach(step -> root.screen().out().println(Json.of(step)));
            } else {
                print(steps);
            }
        }
        return ExitCode.CLEAN;
    }

    private void print(List<StepRecord> steps) {
        if (steps.isEmpty()) {
            root.screen().out().println("Nothing has run yet.");
            return;
        }
        TextTable table = new TextTable().row("began", "connector", "step", "rules", "result", "seconds", "counters");
        steps.forEach(step -> table.row(
                step.began().truncatedTo(ChronoUnit.SECONDS).toString(), step.connector(), step.step(),
                "v" + step.rulesetVersion(), step.result() == null ? "running, or died" : step.result().text(),
                step.ended() == null ? "" : StepLines.seconds(Duration.between(step.began(), step.ended())),
                StepLines.counters(step.counters())));
        table.print(root.screen().out(), "");
    }
}
