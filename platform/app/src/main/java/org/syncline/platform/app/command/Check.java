package org.syncline.platform.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.Warning;
import org.syncline.platform.app.report.Json;
import org.syncline.platform.app.workspace.Configuration;
import org.syncline.platform.app.workspace.RefusedConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline check}: the problems of a configuration. */
@Command(
        name = "check",
        description = "Reads a configuration folder and prints everything that is wrong with it, and warns of what may be meant otherwise.")
final class Check implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--json", description = "Print one JSON object for each problem.")
    private boolean json;

    @Option(names = "--strict", description = "Answer 2 if there are warnings, as if they were problems.")
    private boolean strict;

    @Override
    public Integer call() {
        try {
            Configuration configuration = folder.read();
            print(configuration);
            return strict && !configuration.warnings().isEmpty() ? ExitCode.CONFIGURATION : ExitCode.CLEAN;
        } catch (RefusedConfiguration refused) {
            print(refused.problems());
            return ExitCode.CONFIGURATION;
        }
    }

    private void print(Configuration configuration) {
        List<Warning> warnings = configuration.warnings();
        warnings.forEach(warning -> root.screen().out().println(json ? Json.of(warning) : warning.toString()));
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
        problems.forEach(problem -> root.screen().out().println(json ? Json.of(problem) : problem.toString()));
        if (!json) {
            root.screen().out().println(counted(problems.size(), "problem"));
        }
    }
}
