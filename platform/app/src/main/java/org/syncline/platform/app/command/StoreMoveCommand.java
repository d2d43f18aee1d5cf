package org.syncline.platform.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.syncline.dsl.xml.FilePlaces;
import org.syncline.dsl.xml.SynclineFile;
import org.syncline.platform.app.report.StoreJson;
import org.syncline.platform.app.workspace.StoreUpkeep;
import org.syncline.platform.store.StoreMove.MovedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code syncline store move}: all of it, into another database. */
@Command(
        name = "move",
        description = "Copies all that the store of a folder holds to an empty database, reads it back and compares. The store "
                + "stays as it is: take it away when the folder runs with the other one.")
final class StoreMoveCommand implements Callable<Integer> {
    private static final String EMBEDDED = "embedded";

    @ParentCommand
    private StoreCommand store;

    @Mixin
    private FolderArgument folder;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The JDBC address of the database, or 'embedded' for the one beside the files.")
    private String to;

    @Option(names = "--user", paramLabel = "NAME", description = "Who logs in there.")
    private String user;

    @Option(
            names = "--secret",
            paramLabel = "NAME",
            description = "The name of the password; SYNCLINE_SECRET_STORE has the one named 'store'.")
    private String secret;

    @Option(names = "--write", description = "Let syncline.xml name the database, when all is there.")
    private boolean write;

    @Option(names = "--json", description = "Print one JSON object for each table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        demandUser();
        StoreUpkeep upkeep = folder.openStoreUpkeep();
        byte[] before = upkeep.synclineFile();
        SynclineFile file = new SynclineFile(before);
        byte[] after = isEmbedded() ? file.withEmbeddedStore() : file.withStore(to, user, secret);
        if (Arrays.equals(before, after)) {
            throw new CommandLineProblem("The store of " + folder + " lies there already");
        }
        List<MovedTable> tables = new ArrayList<>();
        String place = upkeep.move(after, tables::add);
        if (write) {
            Files.write(folder.existing().resolve(FilePlaces.SYNCLINE), after);
        }
        if (json) {
            tables.forEach(table -> store.root().screen().out().println(StoreJson.of(table)));
        } else {
            print(tables, place, upkeep.where());
        }
        return ExitCode.CLEAN;
    }

    private boolean isEmbedded() {
        return to.equals(EMBEDDED);
    }

    private void demandUser() {
        if (isEmbedded() && (user != null || secret != null)) {
            throw new CommandLineProblem("The embedded store has no users: leave --user and --secret out");
        }
        if (!isEmbedded() && user == null) {
            throw new CommandLineProblem("Say with --user who logs in at " + to);
        }
    }

    private void print(List<MovedTable> tables, String place, String before) {
        PrintWriter out = store.root().screen().out();
        out.println(String.format(Locale.ROOT, "%,d rows of %d tables are in %s now, read back and compared.",
                tables.stream().mapToLong(MovedTable::rows).sum(), tables.size(), place));
        out.println("Those in " + before + " stay as they are, and grow old from the next run on.");
        if (write) {
            out.println("Changed <store> in syncline.xml.");
        } else if (isEmbedded()) {
            out.println("Take <store> out of syncline.xml before the next run.");
        } else {
            out.println("Before the next run, put this into syncline.xml, behind the parameters:");
            out.println("  " + SynclineFile.storeElement(to, user, secret));
        }
    }
}
