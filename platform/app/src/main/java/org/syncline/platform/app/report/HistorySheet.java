package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.CountedChange;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;

/** Steps that ran, what they counted, and what people did, for a person to read. */
public final class HistorySheet {
    private static final String INDENTATION = "  ";

    private final Screen screen;
    private final PrintWriter out;

    public HistorySheet(Screen screen) {
        this.screen = screen;
        this.out = screen.out();
    }

    public void list(List<StepRecord> steps) {
        if (steps.isEmpty()) {
            out.println("Nothing has run yet.");
            return;
        }
        TextTable table = new TextTable().row("#", "began", "connector", "step", "rules", "result", "seconds",
                "counters");
        steps.forEach(step -> table.row(
                Long.toString(step.id()), seconds(step.began()), step.connector(), step.step(),
                "v" + step.rulesetVersion(), result(step), took(step),
                step.counters() == null ? "" : StepLines.counters(step.counters())));
        table.print(out, "");
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String result(StepRecord step) {
        return step.result() == null ? "running, or died" : step.result().text();
    }

    private static String took(StepRecord step) {
        return step.ended() == null ? "" : StepLines.seconds(Duration.between(step.began(), step.ended()));
    }

    /** One step: how it ended, and its counters by what they are about. */
    public void step(StepRecord step) {
        out.println(screen.styled("bold", "step #" + step.id() + ": " + step.connector() + " " + step.step())
                + (step.profile() == null ? "" : " of profile " + step.profile()));
        TextTable facts = new TextTable()
                .row("began", seconds(step.began()))
                .row("rules", "v" + step.rulesetVersion())
                .row("result", result(step))
                .row("seconds", took(step));
        facts.print(out, INDENTATION);
        if (step.message() != null) {
            out.println(INDENTATION + step.message());
        }
        if (step.counters() != null) {
            counters(step.counters());
        }
    }

    private void counters(Counters counters) {
        for (Counter.Group group : Counter.Group.values()) {
            if (group == Counter.Group.OUTBOUND && !counters.targets().isEmpty()) {
                counters.targets().forEach((target, counts) -> counters("outbound to " + target, group, counts));
            } else {
                counters(group.name().toLowerCase(Locale.ROOT), group, counters.asMap());
            }
        }
    }

    private void counters(String title, Counter.Group group, Map<String, Long> counts) {
        TextTable table = new TextTable();
        counts.forEach((name, count) -> {
            if (Counter.of(name).group() == group) {
                table.row(name, String.format(Locale.ROOT, "%,d", count));
            }
        });
        if (!table.isEmpty()) {
            out.println(screen.styled("bold", title));
            table.print(out, INDENTATION);
        }
    }

    /** One counted object, and what was read or written of it. */
    public void object(Counted counted) {
        out.println(counted.title() + "  (" + counted.connector()
                + (counted.object() == 0 ? "" : " #" + counted.object()) + ")");
        for (CountedChange change : counted.changes()) {
            change.removed().forEach(value -> out.println(
                    INDENTATION + screen.styled("red", "- " + change.attribute() + ": " + value)));
            change.added().forEach(value -> out.println(
                    INDENTATION + screen.styled("green", "+ " + change.attribute() + ": " + value)));
        }
    }

    /**
     * What follows a list of counted objects.
     *
     * @param connector whose objects were asked for; null for all
     */
    public void conclusion(StepRecord step, Counter counter, String connector, long listed) {
        Counters counters = step.counters() == null ? new Counters() : step.counters();
        long counted = counters.of(counter);
        if (counted == 0) {
            out.println("Step #" + step.id() + " (" + step.connector() + " " + step.step() + ") counted no "
                    + counter.text() + "; " + has(counters.asMap().keySet()));
        } else if (!counter.isListed()) {
            out.println("Nothing happened to the " + objects(counted) + " that " + counter.text()
                    + " counts; they are not listed.");
        } else if (listed > 0) {
            out.println(objects(listed));
        } else {
            out.println(objects(counted) + " counted; which is not kept any more"
                    + (connector == null ? "." : ", or none of them is of '" + connector + "'."));
        }
    }

    private static String has(Set<String> counters) {
        return counters.isEmpty() ? "it has no counters." : "its counters are " + String.join(", ", counters) + ".";
    }

    private static String objects(long count) {
        return count == 1 ? "1 object" : count + " objects";
    }

    public void audits(List<AuditRecord> audits) {
        if (audits.isEmpty()) {
            out.println("Nobody has done anything by hand.");
            return;
        }
        TextTable table = new TextTable().row("when", "who", "what", "connector", "object", "before", "after");
        audits.forEach(done -> table.row(
                seconds(done.when()), done.who(), done.what(), done.connector(), done.title(), done.before(),
                done.after()));
        table.print(out, "");
    }
}
