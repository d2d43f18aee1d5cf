package org.syncline.platform.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.platform.app.report.JUnitReport;
import org.syncline.platform.app.report.TestJson;
import org.syncline.platform.app.report.TestSheet;
import org.syncline.platform.app.workspace.Configuration;
import org.syncline.platform.engine.ruletest.RuleTesting;
import org.syncline.platform.engine.ruletest.TestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline test}: the rule tests of a configuration. */
@Command(
        name = "test",
        description = "Runs the rule tests of a configuration folder and says which rules no test exercised: by which nothing "
                + "was decided, whether or not a test looked at it. The tests "
                + "run between systems in memory: nothing real is read or written, and no secrets are needed.",
        footer = {
                "%nExamples:",
                "  syncline test contoso",
                "  syncline test contoso --only leaver",
                "  syncline test contoso --junit target/rule-tests.xml"})
final class TestCommand implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "Run only tests whose name contains this, whatever the case.")
    private String only;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Also write the results to this file, as JUnit XML.")
    private Path junit;

    @Option(names = "--json", description = "Print one JSON object for each test, and one for the rules.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = folder.read();
        checkChoice(configuration.ruleset().tests());
        RuleTesting tests = configuration.ruleTesting(Clock.systemUTC());
        TestReport report = json ? printJson(tests) : printSheet(tests);
        if (junit != null) {
            Files.writeString(junit, JUnitReport.of(configuration.ruleset().name(), report));
        }
        return report.failed() == 0 ? ExitCode.CLEAN : ExitCode.OBJECT_ERRORS;
    }

    private TestReport printSheet(RuleTesting tests) {
        TestSheet sheet = new TestSheet(root.screen());
        TestReport report = tests.run(this::isChosen, sheet::print);
        sheet.printSummary(report, only == null);
        return report;
    }

    private TestReport printJson(RuleTesting tests) {
        TestReport report = tests.run(this::isChosen, result -> root.screen().out().println(TestJson.of(result)));
        if (only == null) {
            root.screen().out().println(TestJson.of(report.coverage()));
        }
        return report;
    }

    private void checkChoice(List<RuleTest> tests) {
        if (tests.isEmpty()) {
            throw new CommandLineProblem("There are no rule tests in '" + folder + "'; write some into " + folder
                    + "/tests/*.xml, as <rule-tests>");
        }
        if (tests.stream().noneMatch(this::isChosen)) {
            throw new CommandLineProblem("No test has '" + only + "' in its name; there are "
                    + String.join(", ", tests.stream().map(test -> "'" + test.name() + "'").toList()));
        }
    }

    private boolean isChosen(RuleTest test) {
        return only == null || test.name().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT));
    }
}
