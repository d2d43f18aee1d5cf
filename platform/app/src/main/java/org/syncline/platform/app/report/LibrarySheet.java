package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import org.syncline.dsl.xml.LibraryRule;
import org.syncline.dsl.xml.LibraryRule.LibraryParameter;

/** Says what ready-made rules there are. */
public final class LibrarySheet {
    private final Screen screen;

    public LibrarySheet(Screen screen) {
        this.screen = screen;
    }

    /** A line for each. */
    public void list(Collection<LibraryRule> rules) {
        TextTable table = new TextTable();
        rules.forEach(rule -> table.row(rule.name(), firstSentence(rule.documentation())));
        table.print(screen.out(), "");
        screen.out().println();
        screen.out().println("syncline library NAME shows the rules and parameters of one.");
    }

    private static String firstSentence(String documentation) {
        int end = documentation.indexOf(". ");
        return end < 0 ? documentation : documentation.substring(0, end + 1);
    }

    /** Everything about one. */
    public void show(LibraryRule rule) {
        PrintWriter out = screen.out();
        out.println(screen.styled("bold", rule.name()) + ", for files with <" + rule.root() + ">");
        out.println();
        out.println(rule.documentation());
        out.println();
        out.println("Parameters:");
        TextTable table = new TextTable();
        rule.parameters().forEach((name, parameter) -> table.row(
                name,
                parameter.kind().name().toLowerCase(Locale.ROOT),
                parameter.value() == null ? "needed" : "default \"" + parameter.value() + "\"",
                parameter.documentation()));
        table.print(out, "  ");
        out.println();
        out.println("Written as:");
        out.println("  <include library=\"" + rule.name() + "\">");
        rule.parameters().forEach((name, parameter) -> out.println(
                "    <parameter name=\"" + name + "\" value=\"" + written(parameter) + "\"/>"));
        out.println("  </include>");
        out.println();
        out.println("Its rules:");
        rule.text().lines().forEach(line -> out.println("  " + line.replaceFirst("^    ", "")));
    }

    private static String written(LibraryParameter parameter) {
        return parameter.value() == null
                ? "..."
                : parameter.value().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
