package org.syncline.platform.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.platform.app.report.HistorySheet;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline history}: what ran, and what people did. */
@Command(
        name = "history",
        description = "Lists the steps that ran, the latest first; with --step what one of them counted.",
        footer = {
                "%nExamples:",
                "  syncline history contoso",
                "  syncline history contoso --step 12",
                "  syncline history contoso --step 12 --counter provisioned-add-flow --connector directory",
                "  syncline history contoso --audit"})
final class History implements Callable<Integer> {
    private static final int STEPS = 20;

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--step", paramLabel = "N", description = "Only this step: its counters, outbound by target.")
    private Long step;

    @Option(
            names = "--counter",
            paramLabel = "NAME",
            description = "With --step: the objects that this counter counted, and what was read or written of them.")
    private String counter;

    @Option(
            names = "--connector",
            paramLabel = "NAME",
            description = "With --counter: only objects counted for this connector, the target of outbound counters.")
    private String connector;

    @Option(names = "--audit", description = "What people did by hand instead of what ran.")
    private boolean audit;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many lines at most (default: 20 steps or actions, all objects).")
    private Integer limit;

    @Option(names = "--json", description = "Print one JSON object for each line.")
    private boolean json;

    @Override
    public Integer call() {
        checkOptions();
        try (Workspace workspace = folder.open()) {
            if (audit) {
                print(workspace.store().runHistory().audits(lines()));
            } else if (step == null) {
                list(workspace.store().runHistory().steps(lines()));
            } else {
                show(workspace, workspace.history().step(step).orElseThrow(() -> new CommandLineProblem(
                        "There is no step #" + step + "; 'syncline history " + folder + "' lists those there are")));
            }
        }
        return ExitCode.CLEAN;
    }

    private void checkOptions() {
        if (step == null && counter != null || counter == null && connector != null) {
            throw new CommandLineProblem(step == null
                    ? "--counter needs --step, the step whose objects are to be listed"
                    : "--connector needs --counter, the counter whose objects are to be listed");
        }
    }

    private int lines() {
        return limit == null ? STEPS : limit;
    }

    private void list(List<StepRecord> steps) {
        if (json) {
            steps.forEach(one -> root.screen().out().println(Json.of(one)));
        } else {
            new HistorySheet(root.screen()).list(steps);
        }
    }

    private void print(List<AuditRecord> audits) {
        if (json) {
            audits.forEach(one -> root.screen().out().println(Json.of(one)));
        } else {
            new HistorySheet(root.screen()).audits(audits);
        }
    }

    private void show(Workspace workspace, StepRecord record) {
        if (counter != null) {
            objects(workspace, record, Choices.counter(counter));
        } else if (json) {
            root.screen().out().println(Json.of(record));
        } else {
            new HistorySheet(root.screen()).step(record);
        }
    }

    private void objects(Workspace workspace, StepRecord record, Counter which) {
        HistorySheet sheet = new HistorySheet(root.screen());
        long listed = workspace.history()
                .counted(
                        record.id(), which, connector, limit == null ? Long.MAX_VALUE : limit,
                        json ? counted -> root.screen().out().println(Json.of(counted)) : sheet::object);
        if (!json) {
            sheet.conclusion(record, which, connector, listed);
        }
    }
}
