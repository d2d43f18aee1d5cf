package org.syncline.platform.app.command;

import picocli.CommandLine.Command;

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
final class Rules extends CommandGroup {}
