package org.syncline.platform.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.syncline.platform.engine.whatif.Effect;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.engine.whatif.WhatIfReport.AttributeEffects;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.platform.engine.whatif.WhatIfReport.ErrorChange;
import org.syncline.platform.engine.whatif.WhatIfReport.Example;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;

/** What a change of rules would do, as one page that needs nothing but itself. */
public final class WhatIfPage {
    private static final int BAR = 16;
    private static final int ROW = 24;
    private static final int LABELS = 180;
    private static final int LONGEST = 420;

    private final WhatIfReport report;
    private final String folder;
    private final Markup page;

    private WhatIfPage(WhatIfReport report, String folder, Markup page) {
        this.report = report;
        this.folder = folder;
        this.page = page;
    }

    /** @param folder the configuration that is asked about */
    public static void write(WhatIfReport report, String folder, Writer out) {
        Markup page = new Markup(out);
        new WhatIfPage(report, folder, page).write();
        page.end();
    }

    private void write() {
        page.doctype().element("html", () -> page.element("head", this::head).element("body", this::body),
                "lang", "en");
    }

    private void head() {
        page.empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .element("title", "What if: " + folder)
                .element("style", style());
    }

    private static String style() {
        try (InputStream file = WhatIfPage.class.getResourceAsStream("what-if.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void body() {
        page.element("a", "To the result", "class", "skip", "href", "#result");
        page.element("header", () -> page.element("h1", "What if the rules of " + folder + " changed?")
                .element("p", "Evaluated " + report.when() + " over everything stored; nothing was written. Counted is "
                        + "what would become otherwise than without the change."));
        page.element("main", this::main, "id", "result", "tabindex", "-1");
    }

    private void main() {
        verdict();
        rules();
        section("Connected systems", report.systems());
        section("Metaverse", report.identities());
        guards();
        errors("Errors that would appear", true);
        errors("Errors that would vanish", false);
        steps();
        list("What cannot be told yet", report.notes());
    }

    private void verdict() {
        page.element("section", () -> {
            page.element("h2", "Result");
            String verdict = report.isNothing()
                    ? "Nothing would become otherwise."
                    : report.tripsGuards()
                            ? "A guard would hold the export."
                            : report.bringsErrors() ? "It would bring errors." : "No guard would hold it.";
            page.element("p", verdict, "class",
                    report.tripsGuards() || report.bringsErrors() ? "verdict bad" : "verdict good");
        });
    }

    private void rules() {
        page.element("section", () -> {
            page.element("h2", "What differs");
            table("Files", List.of("How", "File"), report.files().entrySet().stream()
                    .map(file -> List.of(file.getValue(), file.getKey())).toList());
            table("Rules", List.of("How", "Kind", "Name", "Where"), report.rules().stream()
                    .map(rule -> List.of(rule.how(), rule.kind(), rule.name(), rule.location())).toList());
        });
    }

    private void table(String caption, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.element("div", () -> page.element("table", () -> {
            page.element("caption", caption);
            page.element("thead", () -> page.element("tr",
                    () -> heads.forEach(head -> page.element("th", head, "scope", "col"))));
            page.element("tbody", () -> rows.forEach(row -> page.element("tr", () -> row(row))));
        }), "class", "wide", "role", "region", "aria-label", caption, "tabindex", "0");
    }

    private void row(List<String> row) {
        for (int index = 0; index < row.size(); index++) {
            if (index == 0) {
                page.element("th", row.get(index), "scope", "row");
            } else {
                page.element("td", row.get(index));
            }
        }
    }

    private void section(String title, List<Effects> all) {
        if (!all.isEmpty()) {
            page.element("section", () -> {
                page.element("h2", title);
                all.forEach(this::effects);
            });
        }
    }

    private void effects(Effects effects) {
        String title = effects.connector() == null
                ? effects.objectType()
                : effects.connector() + ": " + effects.objectType();
        page.element("article", () -> {
            page.element("h3", title);
            page.element("p", number(effects.total()) + " objects without the change.");
            chart(title, effects.counts());
            table("What becomes of " + title, List.of("Effect", "Objects", "Rules"),
                    effects.counts().entrySet().stream()
                            .map(entry -> List.of(entry.getKey().text(), number(entry.getValue()),
                                    rules(effects.responsible().getOrDefault(entry.getKey(), List.of()))))
                            .toList());
            table("Values of " + title, List.of("Attribute", "Set", "Changed", "Cleared", "Rules"),
                    effects.attributes().stream().map(WhatIfPage::cells).toList());
            examples(title, effects.examples());
        });
    }

    private static List<String> cells(AttributeEffects attribute) {
        return List.of(attribute.attribute(), number(attribute.set()), number(attribute.changed()),
                number(attribute.cleared()), rules(attribute.responsible()));
    }

    private static String rules(List<Responsible> rules) {
        return rules.stream().map(rule -> rule.kind() + " '" + rule.name() + "' (" + rule.location() + ")")
                .collect(Collectors.joining("; "));
    }

    /** Bars beside their names; the same numbers stand in the table below, for whoever cannot see them. */
    private void chart(String title, Map<Effect, Long> counts) {
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int width = LABELS + LONGEST + 100;
        page.element("svg", () -> {
            page.element("title", "What becomes of " + title + ": " + counts.entrySet().stream()
                    .map(entry -> number(entry.getValue()) + " " + entry.getKey().text())
                    .collect(Collectors.joining(", ")));
            int top = 0;
            for (Map.Entry<Effect, Long> entry : counts.entrySet()) {
                bar(entry.getKey(), entry.getValue(), most, top);
                top += ROW;
            }
        }, "role", "img", "viewBox", "0 0 " + width + " " + counts.size() * ROW, "width", "" + width,
                "height", "" + counts.size() * ROW);
    }

    private void bar(Effect effect, long count, long most, int top) {
        long length = Math.max(2, count * LONGEST / most);
        page.element("text", effect.text(), "x", "" + (LABELS - 8), "y", "" + (top + BAR), "text-anchor", "end");
        page.empty("rect", "class", effect.name().toLowerCase(Locale.ROOT), "x", "" + LABELS, "y", "" + (top + 3),
                "width", "" + length, "height", "" + BAR, "rx", "2");
        page.element("text", number(count), "x", "" + (LABELS + length + 8), "y", "" + (top + BAR));
    }

    private void examples(String title, List<Example> examples) {
        if (!examples.isEmpty()) {
            page.element("details", () -> {
                page.element("summary", "Examples of " + title);
                examples.forEach(this::example);
            });
        }
    }

    private void example(Example example) {
        String effects = example.effects().stream().map(Effect::text).collect(Collectors.joining(", "));
        if (example.changes().isEmpty()) {
            page.element("p", example.title() + ": " + effects);
        } else {
            table(example.title() + ": " + effects, List.of("Attribute", "Without", "With"), example.changes().stream()
                    .map(change -> List.of(change.attribute(), value(change.before()), value(change.after())))
                    .toList());
        }
    }

    private static String value(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }

    private void guards() {
        list("Guards that would hold the export", report.guards().stream()
                .map(trip -> trip.connector() + ": " + trip.message()
                        + (trip.alreadyNow() ? " It does so without the change, too." : ""))
                .toList());
    }

    private void errors(String title, boolean appearing) {
        List<ErrorChange> errors = report.errors().stream().filter(error -> error.appears() == appearing).toList();
        if (!errors.isEmpty()) {
            page.element("section", () -> {
                page.element("h2", title);
                table(title, List.of("Error", "Connector", "Objects", "Example"), errors.stream()
                        .map(error -> List.of(error.code(), error.connector(), number(error.objects()),
                                error.example()))
                        .toList());
            });
        }
    }

    private void steps() {
        list("Synchronizations that broke off", report.steps().stream()
                .filter(step -> !step.completed())
                .map(step -> step.connector() + " " + step.kind() + ": " + step.result() + ": " + step.message())
                .toList());
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            page.element("section", () -> {
                page.element("h2", title);
                page.element("ul", () -> items.forEach(item -> page.element("li", item)));
            });
        }
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
