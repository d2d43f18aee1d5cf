package org.syncline.platform.app.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.syncline.platform.app.workspace.FollowListener;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.engine.connection.FullImports.Needed;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;

/** What happens while a folder is followed, for a person: cycles without anything to do are silent. */
public final class FollowText implements FollowListener {
    private static final int ERRORS_SHOWN = 10;

    private final Screen screen;
    private final StepLines lines;
    private final String folder;
    private final Novelty novelty = new Novelty();
    private String cycle;

    /** @param folder as it was given on the command line */
    public FollowText(Screen screen, StepLines lines, String folder) {
        this.folder = folder;
        this.screen = screen;
        this.lines = lines;
    }

    @Override
    public synchronized void cycleBegins(Instant now, Trigger trigger) {
        cycle = "cycle of " + now.truncatedTo(ChronoUnit.SECONDS) + switch (trigger) {
            case Trigger.Start start -> "";
            case Trigger.Period period -> "";
            case Trigger.RulesSaved saved -> ", since rules were saved";
            case Trigger.Changes(Set<String> connectors) ->
                    ", since something changed in " + String.join(", ", connectors);
        };
    }

    @Override
    public synchronized void stepEnded(StepReport report) {
        if (!novelty.of(report)) {
            return;
        }
        if (cycle != null) {
            screen.out().println();
            screen.out().println(screen.styled("bold", cycle));
            cycle = null;
        }
        lines.print(report);
        new ErrorList(screen).print(report.errors(), ERRORS_SHOWN);
        screen.out().flush();
    }

    @Override
    public synchronized void rulesSaved(Reload reload) {
        screen.out().println();
        switch (reload) {
            case Reload.Taken taken -> print(taken);
            case Reload.Waiting waiting -> print(waiting);
            case Reload.Refused refused -> {
                screen.out().println(
                        screen.styled("red", "rules refused") + "; version " + refused.version() + " stays");
                refused.problems().forEach(problem -> screen.out().println("  " + problem));
            }
        }
        screen.out().flush();
    }

    private void print(Reload.Taken taken) {
        screen.out().println(screen.styled("green", "rules version " + taken.version() + " taken")
                + (taken.files().isEmpty() ? ", as before" : ": " + String.join(", ", taken.files())));
        print("needs a full import, which the next cycle runs", taken.fullImports());
    }

    private void print(Reload.Waiting waiting) {
        screen.out().println(screen.styled("yellow", "rules version " + waiting.version() + " waits for approval")
                + ": " + String.join(", ", waiting.files()));
        print("will need a full import", waiting.fullImports());
        screen.out().println("  syncline rules approve " + folder + " " + waiting.version() + " publishes it");
    }

    private void print(String what, List<Needed> fullImports) {
        fullImports.forEach(
                needed -> screen.out().println("  " + needed.connector() + " " + what + ": " + needed.reason()));
    }

    @Override
    public synchronized void rulesTried(long version, WhatIfReport report) {
        screen.out().println();
        screen.out().println(
                screen.styled("yellow", "rules version " + version + " waits for approval; what it would do"));
        new WhatIfSheet(screen).print(report);
    }

    @Override
    public synchronized void listening(String connector) {
        screen.out().println();
        screen.out().println(screen.styled("green", connector + " tells of changes") + " from now on");
        screen.out().flush();
    }

    @Override
    public synchronized void interrupted(String connector, String reason) {
        screen.out().println();
        screen.out().println(screen.styled("yellow", connector + " tells of no changes")
                + " for now; cycles of all systems find them, and it is tried again");
        screen.out().println("  " + reason);
        screen.out().flush();
    }
}
