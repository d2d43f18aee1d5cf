package org.syncline.platform.app.command;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.connectors.spi.ConnectionFinding.Severity;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.Warning;
import org.syncline.platform.app.report.ProblemJson;
import org.syncline.platform.app.workspace.Configuration;
import org.syncline.platform.app.workspace.ConnectionReport;
import org.syncline.platform.app.workspace.ConnectionReport.Located;
import org.syncline.platform.app.workspace.RefusedConfiguration;
import org.syncline.platform.engine.discovery.ConnectionCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline check}: the problems of a configuration. */
@Command(
        name = "check",
        description = "Reads a configuration folder and prints everything that is wrong with it, and warns of what may be"
                + " meant otherwise. With --connect it also looks whether the connected systems are as they are"
                + " declared, and whether the accounts may do what the rules want; it writes to none of them.")
final class Check implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connect", description = "Connect to the systems too.")
    private boolean connect;

    @Option(names = "--connector", paramLabel = "NAME", description = "With --connect: to this one alone.")
    private String connector;

    @Option(names = "--json", description = "Print one JSON object for each problem.")
    private boolean json;

    @Option(names = "--strict", description = "Answer 2 if there are warnings, as if they were problems.")
    private boolean strict;

    @Override
    public Integer call() {
        if (connector != null && !connect) {
            throw new CommandLineProblem("--connector is something to say with --connect");
        }
        try {
            Configuration configuration = folder.read();
            print(configuration);
            boolean isWarned = strict && !configuration.warnings().isEmpty();
            boolean isWrong = connect && isWrong(configuration);
            return isWarned || isWrong ? ExitCode.CONFIGURATION : ExitCode.CLEAN;
        } catch (RefusedConfiguration refused) {
            print(refused.problems());
            return ExitCode.CONFIGURATION;
        }
    }

    /** Whether anything is found that keeps systems from working with the rules. */
    private boolean isWrong(Configuration configuration) {
        ConnectionReport report = new ConnectionReport(
                new ConnectionCheck(configuration.connectors(), configuration.ruleset(), Clock.systemUTC()),
                configuration.content());
        boolean isWrong = false;
        for (ConnectorDefinition system : systems(configuration.ruleset())) {
            List<Located> findings = report.of(system);
            findings.forEach(this::print);
            if (!json) {
                root.screen().out().println(summary(system, findings));
            }
            isWrong |= findings.stream().anyMatch(this::isCounted);
        }
        return isWrong;
    }

    private Collection<ConnectorDefinition> systems(Ruleset ruleset) {
        return connector == null
                ? ruleset.connectors().values()
                : List.of(Choices.connector(ruleset, connector));
    }

    private boolean isCounted(Located finding) {
        return switch (finding.severity()) {
            case ERROR -> true;
            case WARNING -> strict;
            case NOT_TESTED -> false;
        };
    }

    private void print(Located finding) {
        Problem problem = finding.problem();
        String severity = switch (finding.severity()) {
            case ERROR -> "";
            case WARNING -> "warning: ";
            case NOT_TESTED -> "not tested: ";
        };
        root.screen().out().println(json
                ? ProblemJson.of(finding)
                : problem.file() + ":" + problem.line() + ":" + problem.column() + ": " + severity + problem.text());
    }

    private static String summary(ConnectorDefinition system, List<Located> findings) {
        StringBuilder line = new StringBuilder("Connector '" + system.name() + "': ");
        line.append(counted(findings, Severity.ERROR, "problem"));
        for (Severity severity : List.of(Severity.WARNING, Severity.NOT_TESTED)) {
            if (findings.stream().anyMatch(finding -> finding.severity() == severity)) {
                line.append(", ").append(severity == Severity.WARNING
                        ? counted(findings, severity, "warning")
                        : findings.stream().filter(finding -> finding.severity() == severity).count()
                                + " not tested");
            }
        }
        return line.append(".").toString();
    }

    private static String counted(List<Located> findings, Severity severity, String what) {
        int count = (int) findings.stream().filter(finding -> finding.severity() == severity).count();
        return count == 0 ? "no " + what + "s" : counted(count, what);
    }

    private void print(Configuration configuration) {
        List<Warning> warnings = configuration.warnings();
        warnings.forEach(warning -> root.screen().out().println(json ? ProblemJson.of(warning) : warning.toString()));
        if (!json) {
            Ruleset ruleset = configuration.ruleset();
            root.screen().out()
                    .println("No problems in " + folder
                            + (warnings.isEmpty() ? "" : ", " + counted(warnings.size(), "warning"))
                            + ": " + counted(ruleset.connectors().size(), "connector") + ", "
                            + counted(ruleset.metaverse().size(), "metaverse type") + ".");
        }
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void print(List<Problem> problems) {
        problems.forEach(problem -> root.screen().out().println(json ? ProblemJson.of(problem) : problem.toString()));
        if (!json) {
            root.screen().out().println(counted(problems.size(), "problem"));
        }
    }
}
