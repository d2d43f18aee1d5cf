package org.syncline.platform.app.command;

import java.util.concurrent.Callable;
import org.syncline.platform.app.workspace.StoreUpkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline store update}: its tables as this version wants them. */
@Command(
        name = "update",
        description = "Makes the tables of the store, or brings them up to date. Every command does so by itself where the user "
                + "of the store owns the tables; here another user can, so that the one in syncline.xml needs no such right.")
final class StoreUpdateCommand implements Callable<Integer> {

    @ParentCommand
    private StoreCommand store;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Who owns the tables (default: the user in syncline.xml).")
    private String user;

    @Option(
            names = "--secret",
            paramLabel = "NAME",
            description = "The name of the owner's password; SYNCLINE_SECRET_OWNER has the one named 'owner'.")
    private String secret;

    @Override
    public Integer call() {
        if (user == null && secret != null) {
            throw new CommandLineProblem("--secret is something to say with --user");
        }
        StoreUpkeep upkeep = folder.openStoreUpkeep();
        upkeep.update(user, secret);
        store.root().screen().out().println("The tables of the store " + upkeep.where() + " are up to date.");
        return ExitCode.CLEAN;
    }
}
