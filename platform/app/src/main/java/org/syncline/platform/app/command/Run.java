package org.syncline.platform.app.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.platform.app.control.Control;
import org.syncline.platform.app.report.ErrorList;
import org.syncline.platform.app.report.FollowJson;
import org.syncline.platform.app.report.FollowText;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.report.PageTimes;
import org.syncline.platform.app.report.RunSummary;
import org.syncline.platform.app.report.Screen;
import org.syncline.platform.app.report.StepLines;
import org.syncline.platform.app.report.StepProgress;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Expectations;
import org.syncline.platform.app.workspace.Workspace;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRunner;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline run}: bring the connected systems in step. */
@Command(
        name = "run",
        description = "Imports, synchronizes and exports: without options all connectors, until nothing is left to do.")
final class Run implements Callable<Integer> {
    private static final int ERRORS_SHOWN = 10;

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @ArgGroup(exclusive = false)
    private ProfileChoice choice;

    @Option(names = "--json", description = "Print one JSON object for each step.")
    private boolean json;

    @Option(
            names = "--follow",
            description = "Run cycles until it is stopped (Ctrl-C): at once where a system tells of a change. Takes rules as"
                    + " they are saved.")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT30S",
            description = "With --follow: how long after a cycle of all systems the next one begins, such as PT15S (default: ${DEFAULT-VALUE}).")
    private Duration every;

    @Option(names = "--timings", description = "Print last how long the pages of each step took, and at what.")
    private boolean timings;

    /** One run profile of one connector. */
    private static final class ProfileChoice {
        @Option(
                names = "--profile",
                required = true,
                paramLabel = "[CONNECTOR/]NAME",
                description = "Run only the steps of this run profile, such as hr/delta.")
        private String profile;

        @Option(
                names = "--connector",
                paramLabel = "NAME",
                description = "The connector of the run profile, where --profile does not name it.")
        private String connector;

        String connector() {
            return connector != null || profile.indexOf('/') < 0
                    ? connector
                    : profile.substring(0, profile.indexOf('/'));
        }

        String profile() {
            return connector != null ? profile : profile.substring(profile.indexOf('/') + 1);
        }
    }

    private final List<ObjectError> errors = new ArrayList<>();
    private final RunSummary summary = new RunSummary();
    private MeterRegistry meters;

    @Override
    public Integer call() throws IOException {
        return follow ? followed() : once();
    }

    private int followed() throws IOException {
        if (choice != null) {
            throw new CommandLineProblem("--follow runs whole cycles; leave out --profile, or --follow");
        }
        try (Workspace workspace = folder.openToRun(this::flows)) {
            try (Control control = Control.open(
                    folder.existing(), request -> Root.answer(request, workspace.versions()))) {
                workspace.follow(
                        every, progress(workspace), json ? new FollowJson(root.screen()) : followText(workspace));
            }
        }
        return ExitCode.CLEAN;
    }

    private FollowText followText(Workspace workspace) {
        StepLines lines = lines(workspace);
        lines.printHeader();
        root.screen().out().flush();
        return new FollowText(root.screen(), lines, folder.toString());
    }

    private StepLines lines(Workspace workspace) {
        return new StepLines(root.screen(), workspace.ruleset().connectors().values());
    }

    private int once() {
        try (Workspace workspace = folder.openToRun(this::flows)) {
            NextSteps steps = steps(workspace);
            warn(workspace);
            StepLines lines = lines(workspace);
            if (!json) {
                lines.printHeader();
            }
            workspace.run(steps, progress(workspace), report -> print(report, lines));
        }
        if (!json) {
            conclude();
        }
        if (timings) {
            new PageTimes(root.screen().err()).print(meters);
        }
        return exitCode();
    }

    private void warn(Workspace workspace) {
        workspace.waiting().ifPresent(version -> root.screen().err().println("syncline: version " + version
                + " of the rules waits for approval, and the one before it runs; 'syncline what-if " + folder
                + "' tells what it would do, and 'syncline rules approve " + folder + " " + version
                + "' publishes it"));
        if (choice != null) {
            workspace.fullImports().forEach(needed -> root.screen().err().println("syncline: " + needed.connector()
                    + " needs a full import: " + needed.reason()));
        }
    }

    private SynclineContext flows() {
        if (!timings) {
            return SynclineContext.open();
        }
        meters = new SimpleMeterRegistry();
        return SynclineContext.open(meters);
    }

    private NextSteps steps(Workspace workspace) {
        if (choice == null) {
            return workspace.engine().cycle();
        }
        if (choice.connector() == null) {
            throw new CommandLineProblem("--profile '" + choice.profile
                    + "' does not say of which connector; write CONNECTOR/" + choice.profile);
        }
        ConnectorDefinition connector = Choices.connector(workspace.ruleset(), choice.connector());
        RunProfile profile = Choices.profile(connector, choice.profile());
        return workspace.engine().profile(connector, profile);
    }

    private UnaryOperator<StepRunner> progress(Workspace workspace) {
        Screen screen = root.screen();
        return json || !screen.progress()
                ? runner -> runner
                : runner -> new StepProgress(runner, screen.err(), new Expectations(workspace.store()));
    }

    private void print(StepReport report, StepLines lines) {
        summary.add(report);
        errors.addAll(report.errors());
        if (json) {
            root.screen().out().println(Json.of(report));
        } else {
            lines.print(report);
        }
        root.screen().out().flush();
    }

    private void conclude() {
        Screen screen = root.screen();
        if (!errors.isEmpty()) {
            screen.out().println();
            new ErrorList(screen).print(errors, ERRORS_SHOWN);
        }
        screen.out().println();
        screen.out().println(summary.sentence(folder.toString()));
    }

    private int exitCode() {
        return switch (summary.outcome()) {
            case NOT_CONFIGURED, BROKEN_OFF, STOPPED -> ExitCode.CONFIGURATION;
            case HELD -> ExitCode.HELD;
            case OBJECT_ERRORS -> ExitCode.OBJECT_ERRORS;
            case CLEAN -> ExitCode.CLEAN;
        };
    }
}
