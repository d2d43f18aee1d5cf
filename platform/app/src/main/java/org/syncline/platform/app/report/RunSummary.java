package org.syncline.platform.app.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** What a run came to: added up as its steps end. */
public final class RunSummary {
    private static final Set<StepResult> OF_THE_CONFIGURATION = EnumSet.of(
            StepResult.NO_START_CONNECTION, StepResult.NO_START_CREDENTIALS, StepResult.STOPPED_SERVER,
            StepResult.FULL_IMPORT_REQUIRED);

    private final Counters counters = new Counters();
    private final List<StepReport> unfinished = new ArrayList<>();
    private final List<StepReport> held = new ArrayList<>();
    /** The same error of the same object counts once, however many steps meet it. */
    private final Set<String> errors = new LinkedHashSet<>();

    public void add(StepReport report) {
        counters.add(report.counters());
        if (report.request().step().kind() == Kind.FULL_IMPORT) {
            unfinished.removeIf(refused -> refused.result() == StepResult.FULL_IMPORT_REQUIRED
                    && refused.request().connector().equals(report.request().connector()));
        }
        report.errors().forEach(error -> errors.add(error.key()));
        if (report.result().isHeld()) {
            held.add(report);
        } else if (!report.result().isCompleted()) {
            unfinished.add(report);
        }
    }

    /** How a run ended; the first that applies, for what hinders most is to be mended first. */
    public enum Outcome {
        NOT_CONFIGURED,
        HELD,
        BROKEN_OFF,
        STOPPED,
        OBJECT_ERRORS,
        CLEAN
    }

    public Outcome outcome() {
        if (unfinished.stream().anyMatch(report -> OF_THE_CONFIGURATION.contains(report.result()))) {
            return Outcome.NOT_CONFIGURED;
        }
        if (!held.isEmpty()) {
            return Outcome.HELD;
        }
        if (!unfinished.isEmpty()) {
            return unfinished.stream().allMatch(report -> report.result() == StepResult.STOPPED_USER_TERMINATION)
                    ? Outcome.STOPPED
                    : Outcome.BROKEN_OFF;
        }
        return errors.isEmpty() ? Outcome.CLEAN : Outcome.OBJECT_ERRORS;
    }

    /**
     * What happened, and what to do next.
     *
     * @param folder as it was given on the command line
     */
    public String sentence(String folder) {
        return switch (outcome()) {
            case NOT_CONFIGURED, BROKEN_OFF ->
                    connectors(unfinished) + ": not finished. Mend what the lines above name, and run again. " + done();
            case STOPPED -> "Stopped on demand; the next run goes on from here. " + done();
            case HELD -> connectors(held)
                    + ": held by a guard, and what it concerns was left as it is. The lines above say what is too much "
                    + "and how to let it go. " + done();
            case OBJECT_ERRORS -> (errors.size() == 1 ? "1 object has errors" : errors.size() + " objects have errors")
                    + ": syncline show " + folder + " errors. " + done();
            case CLEAN -> done();
        };
    }

    private String done() {
        long written = written();
        return written == 0
                ? outcome() == Outcome.CLEAN ? "Nothing had to be written." : "Nothing was written."
                : String.format(
                        Locale.ROOT, "Written: %,d added, %,d updated, %,d renamed, %,d deleted.",
                        counters.of(Counter.EXPORT_ADD), counters.of(Counter.EXPORT_UPDATE),
                        counters.of(Counter.EXPORT_RENAME), counters.of(Counter.EXPORT_DELETE));
    }

    private long written() {
        return counters.of(Counter.EXPORT_ADD) + counters.of(Counter.EXPORT_UPDATE)
                + counters.of(Counter.EXPORT_RENAME) + counters.of(Counter.EXPORT_DELETE);
    }

    private static String connectors(List<StepReport> reports) {
        Set<String> names = new LinkedHashSet<>();
        reports.forEach(report -> names.add(report.request().connector()));
        return String.join(" and ", names);
    }
}
