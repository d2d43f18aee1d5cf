package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.syncline.platform.engine.ruletest.Difference;
import org.syncline.platform.engine.ruletest.TestFailure;

/** What failed in a rule test, as lines. */
final class FailureText {
    private FailureText() {}

    static List<String> lines(TestFailure failure) {
        List<String> lines = new ArrayList<>();
        lines.add(failure.location() + ": " + message(failure));
        lines.addAll(differences(failure.differences()));
        failure.reasons().forEach(reason -> lines.add("  " + reason));
        return lines;
    }

    static String message(TestFailure failure) {
        return (failure.step() == null ? "" : "in the step '" + failure.step() + "', ") + failure.message();
    }

    private static List<String> differences(List<Difference> differences) {
        TextTable table = new TextTable();
        for (Difference difference : differences) {
            if (difference.expected() == null) {
                table.row(difference.attribute(), "is", actual(difference));
            } else {
                table.row(difference.attribute(), "expected", difference.expected());
                table.row("", "is", actual(difference));
            }
        }
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text), "  ");
        return text.toString().lines().toList();
    }

    private static String actual(Difference difference) {
        return difference.actual() + (difference.rule() == null ? "" : "  by " + difference.rule());
    }
}
