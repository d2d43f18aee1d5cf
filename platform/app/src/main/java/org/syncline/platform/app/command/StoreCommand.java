package org.syncline.platform.app.command;

import picocli.CommandLine.Command;

/** {@code syncline store}: the store as a whole; it only has sub-commands. */
@Command(
        name = "store",
        description = "Moves the store of a folder to another database, or makes its tables ready, while nobody uses it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StoreMoveCommand.class, StoreUpdateCommand.class},
        footer = {
                "%nExamples:",
                "  syncline store move contoso --to jdbc:postgresql://db.example.com/syncline --user syncline --secret store --write",
                "  syncline store move contoso --to embedded",
                "  syncline store update contoso --user owner --secret owner"})
final class StoreCommand extends CommandGroup {}
