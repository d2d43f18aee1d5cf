package org.syncline.platform.app.command;

import java.util.concurrent.Callable;
import org.syncline.platform.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline retry}: send again what exports have given up. */
@Command(
        name = "retry",
        description = {"Lets the next export send again what the system refused too often, or kept rewriting.",
                "Without --object everything of the connector that waits or is held."})
final class Retry implements Callable<Integer> {

    @ParentCommand
    private Root root;

    @Mixin
    private FolderArgument folder;

    @Option(names = "--connector", required = true, paramLabel = "NAME", description = "The connector concerned.")
    private String connector;

    @Option(names = "--object", paramLabel = "NAME", description = "Only this object: its DN, or its anchor.")
    private String object;

    @Override
    public Integer call() {
        try (Workspace workspace = folder.open()) {
            int count = workspace.retrying().retry(Choices.connector(workspace.ruleset(), connector).name(), object);
            if (count == 0 && object != null) {
                throw new CommandLineProblem("Nothing waits or is held for '" + object + "' in '" + connector
                        + "'; 'syncline show " + folder + " errors --connector " + connector + "' names what does");
            }
            root.screen().out().println(count == 0
                    ? "Nothing waits or is held in " + connector + "."
                    : "The next export of " + connector + " tries " + (count == 1 ? "1 object" : count + " objects")
                            + " again.");
        }
        return ExitCode.CLEAN;
    }
}
