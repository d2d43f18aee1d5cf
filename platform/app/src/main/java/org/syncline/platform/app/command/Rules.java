package org.syncline.platform.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code syncline rules}: the versions of the rules; it only has sub-commands. */
@Command(
        name = "rules",
        description = "Lists, compares, brings back and approves versions of the rules of a folder. While the folder is followed, "
                + "the process that does so answers.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RulesVersions.class, RulesDiff.class, RulesRollback.class, RulesApprove.class},
        footer = {
                "%nExamples:",
                "  syncline rules versions contoso",
                "  syncline rules diff contoso 7",
                "  syncline rules diff contoso 7 8",
                "  syncline rules rollback contoso 7",
                "  syncline rules approve contoso 9"})
final class Rules implements Runnable {

    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    Root root() {
        return root;
    }

    @Override
    public void run() {
        throw new CommandLineProblem("say what to do with the rules: "
                + String.join(", ", spec.subcommands().keySet()) + "; see 'syncline rules --help'");
    }
}
