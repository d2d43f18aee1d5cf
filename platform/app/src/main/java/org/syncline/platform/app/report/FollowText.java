package org.syncline.platform.app.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.syncline.platform.app.workspace.FollowListener;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.engine.run.StepReport;

/** What happens while a folder is followed, for a person: cycles without anything to do are silent. */
public final class FollowText implements FollowListener {
    private static final int ERRORS_SHOWN = 10;

    private final Screen screen;
    private final StepLines lines;
    private final String folder;
    private final Novelty novelty = new Novelty();
    private Instant cycle;

    /** @param folder as it was given on the command line */
    public FollowText(Screen screen, StepLines lines, String folder) {
        this.folder = folder;
        this.screen = screen;
        this.lines = lines;
    }

    @Override
    public void cycleBegins(Instant now) {
        cycle = now;
    }

    @Override
    public void stepEnded(StepReport report) {
        if (!novelty.of(report)) {
            return;
        }
        if (cycle != null) {
            screen.out().println();
            screen.out().println(screen.styled("bold", "cycle of " + cycle.truncatedTo(ChronoUnit.SECONDS)));
            cycle = null;
        }
        lines.print(report);
        new ErrorList(screen).print(report.errors(), ERRORS_SHOWN);
        screen.out().flush();
    }

    @Override
    public void rulesSaved(Reload reload) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        switch (reload) {
            case Reload.Taken taken ->
                    text.append(screen.styled("green", "rules version " + taken.version() + " taken"))
                            .append(taken.files().isEmpty() ? ", as before" : ": " + String.join(", ", taken.files()));
            case Reload.Waiting waiting -> text.append(
                    screen.styled("yellow", "rules version " + waiting.version() + " waits for approval"))
                    .append(": ").append(String.join(", ", waiting.files()))
                    .append(System.lineSeparator()).append("  syncline rules approve ").append(folder).append(' ')
                    .append(waiting.version()).append(" publishes it");
            case Reload.Refused refused -> {
                text.append(screen.styled("red", "rules refused")).append("; version ").append(refused.version())
                        .append(" stays");
                refused.problems().forEach(
                        problem -> text.append(System.lineSeparator()).append("  ").append(problem));
            }
        }
        screen.out().println(text);
        screen.out().flush();
    }
}
