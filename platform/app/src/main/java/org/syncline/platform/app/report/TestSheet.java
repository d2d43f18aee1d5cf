package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.List;
import org.syncline.platform.engine.ruletest.Coverage;
import org.syncline.platform.engine.ruletest.Coverage.CoveredRule;
import org.syncline.platform.engine.ruletest.TestFailure;
import org.syncline.platform.engine.ruletest.TestReport;
import org.syncline.platform.engine.ruletest.TestResult;

/** Prints what came of rule tests, file by file. */
public final class TestSheet {
    private final Screen screen;
    private String file;

    public TestSheet(Screen screen) {
        this.screen = screen;
    }

    public void print(TestResult result) {
        PrintWriter out = screen.out();
        if (!result.test().location().file().equals(file)) {
            file = result.test().location().file();
            out.println(file);
        }
        out.println("  " + state(result) + "  " + result.test().name());
        for (TestFailure failure : result.failures()) {
            FailureText.lines(failure).forEach(line -> out.println("        " + line));
        }
        out.flush();
    }

    private String state(TestResult result) {
        if (result.isSkipped()) {
            return "skip";
        }
        return result.isPassed() ? screen.styled("green", "ok  ") : screen.styled("red", "FAIL");
    }

    /** @param isWhole whether all tests ran, so that something can be said of the rules */
    public void printSummary(TestReport report, boolean isWhole) {
        PrintWriter out = screen.out();
        out.println();
        out.println(count(report.results().size(), "test") + ": " + report.passed() + " passed, " + report.failed()
                + " failed" + (report.skipped() == 0 ? "" : ", " + report.skipped() + " skipped") + ".");
        if (isWhole) {
            print(report.coverage());
        }
    }

    private void print(Coverage coverage) {
        List<CoveredRule> missing = coverage.notExercised();
        int all = coverage.rules().size();
        screen.out().println(all - missing.size() + " of " + count(all, "rule") + " exercised"
                + (missing.isEmpty() ? "." : "; no test exercises:"));
        TextTable table = new TextTable();
        missing.forEach(rule -> table.row(rule.kind(), rule.name(), rule.location().toString()));
        table.print(screen.out(), "  ");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
