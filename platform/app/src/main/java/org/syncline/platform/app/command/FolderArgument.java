package org.syncline.platform.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.syncline.platform.app.wiring.SynclineContext;
import org.syncline.platform.app.workspace.Configuration;
import org.syncline.platform.app.workspace.ConnectedSystems;
import org.syncline.platform.app.workspace.StoreUpkeep;
import org.syncline.platform.app.workspace.VersionStore;
import org.syncline.platform.app.workspace.Workspace;
import picocli.CommandLine.Parameters;

/** The configuration folder that most commands work on. */
final class FolderArgument {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The configuration folder, with syncline.xml in it.")
    private Path folder;

    Configuration read() {
        return Configuration.read(existing(), System.getenv(), Clock.systemUTC());
    }

    /** What it says of connected systems, whatever its rules say. */
    ConnectedSystems readConnectors() {
        return ConnectedSystems.read(existing(), System.getenv(), Clock.systemUTC());
    }

    Workspace open() {
        return Workspace.open(existing(), System.getenv(), Clock.systemUTC());
    }

    Workspace openToRun(Supplier<SynclineContext> flows) {
        return Workspace.openToRun(existing(), System.getenv(), Clock.systemUTC(), flows.get());
    }

    VersionStore openVersions() {
        return VersionStore.open(existing(), System.getenv(), Clock.systemUTC());
    }

    StoreUpkeep openStoreUpkeep() {
        return StoreUpkeep.of(existing(), System.getenv(), Clock.systemUTC());
    }

    Path existing() {
        if (!Files.isDirectory(folder)) {
            throw new CommandLineProblem("'" + folder + "' is no folder; give the one that has syncline.xml in it");
        }
        return folder;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
