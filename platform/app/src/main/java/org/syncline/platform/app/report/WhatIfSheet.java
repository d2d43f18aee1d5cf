package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.engine.whatif.WhatIfReport.AttributeEffects;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.platform.engine.whatif.WhatIfReport.ErrorChange;
import org.syncline.platform.engine.whatif.WhatIfReport.Example;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;

/** What a change of rules would do, for an administrator who has to decide. */
public final class WhatIfSheet {
    private final Screen screen;
    private final PrintWriter out;

    public WhatIfSheet(Screen screen) {
        this.screen = screen;
        this.out = screen.out();
    }

    public void print(WhatIfReport report) {
        printRules(report);
        report.systems().forEach(this::print);
        report.identities().forEach(this::print);
        printGuards(report);
        printErrors("Errors that would appear", report, true);
        printErrors("Errors that would vanish", report, false);
        printSteps(report);
        if (!report.notes().isEmpty()) {
            heading("What cannot be told yet");
            report.notes().forEach(note -> out.println("  " + note));
        }
        out.println();
        out.println(conclusion(report));
        out.flush();
    }

    private void heading(String text) {
        out.println();
        out.println(screen.styled("bold", text));
    }

    private void printRules(WhatIfReport report) {
        out.println(screen.styled("bold", "What differs"));
        if (report.files().isEmpty()) {
            out.println("  no file");
        }
        TextTable files = new TextTable();
        report.files().forEach((file, how) -> files.row(how, file));
        files.print(out, "  ");
        TextTable rules = new TextTable();
        report.rules().forEach(rule -> rules.row(rule.how(), rule.kind(), "'" + rule.name() + "'", rule.location()));
        rules.print(out, "  ");
    }

    private void print(Effects effects) {
        heading(title(effects) + ", " + number(effects.total()) + " now");
        TextTable counts = new TextTable();
        effects.counts().forEach((effect, count) -> counts.row("  " + effect.text(), number(count),
                rules(effects.responsible().getOrDefault(effect, List.of()))));
        counts.print(out, "");
        if (!effects.attributes().isEmpty()) {
            TextTable attributes = new TextTable().row("attribute", "set", "changed", "cleared", "");
            for (AttributeEffects attribute : effects.attributes()) {
                attributes.row(attribute.attribute(), number(attribute.set()), number(attribute.changed()),
                        number(attribute.cleared()), rules(attribute.responsible()));
            }
            attributes.print(out, "    ");
        }
        effects.examples().forEach(this::print);
    }

    private static String title(Effects effects) {
        return effects.connector() == null
                ? "Metaverse: " + effects.objectType()
                : effects.connector() + ": " + effects.objectType();
    }

    private void print(Example example) {
        out.println("    e.g. " + example.title() + ": " + example.effects().stream()
                .map(effect -> effect.text()).collect(Collectors.joining(", ")));
        TextTable changes = new TextTable();
        example.changes().forEach(change -> changes.row(change.attribute(), value(change.before()), "->",
                value(change.after())));
        changes.print(out, "           ");
    }

    private static String value(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }

    private static String rules(List<Responsible> rules) {
        return rules.stream()
                .map(rule -> rule.kind() + " '" + rule.name() + "' (" + rule.location() + ")")
                .collect(Collectors.joining("; "));
    }

    private void printGuards(WhatIfReport report) {
        if (!report.guards().isEmpty()) {
            heading("Guards that would hold the export");
            report.guards().forEach(trip -> out.println("  " + trip.connector() + ": " + trip.message()
                    + (trip.alreadyNow() ? " It does so without the change, too." : "")));
        }
    }

    private void printErrors(String title, WhatIfReport report, boolean appearing) {
        List<ErrorChange> errors = report.errors().stream().filter(error -> error.appears() == appearing).toList();
        if (!errors.isEmpty()) {
            heading(title);
            TextTable table = new TextTable();
            errors.forEach(error -> table.row(
                    error.connector(), error.code(), number(error.objects()), error.example()));
            table.print(out, "  ");
        }
    }

    private void printSteps(WhatIfReport report) {
        if (report.steps().stream().anyMatch(step -> !step.completed())) {
            heading("Synchronizations that broke off");
            report.steps().stream().filter(step -> !step.completed()).forEach(step -> out.println(
                    "  " + step.connector() + " " + step.kind() + ": " + step.result() + ": " + step.message()));
        }
    }

    private String conclusion(WhatIfReport report) {
        if (report.isNothing()) {
            return "Nothing would become otherwise.";
        }
        return (report.systems().isEmpty()
                ? "No connected system would get anything else."
                : "Nothing of this was written.")
                + (report.tripsGuards() ? " A guard would hold the export." : "")
                + (report.bringsErrors() ? " It would bring errors." : "");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
