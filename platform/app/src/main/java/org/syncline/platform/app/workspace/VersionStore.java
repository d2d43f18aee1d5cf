package org.syncline.platform.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.platform.engine.connection.EnvironmentSecrets;
import org.syncline.platform.engine.operations.RuleVersions;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** The store of a folder, opened for the versions of its rules only: also of a folder that is broken, so that it can be mended. */
public final class VersionStore implements AutoCloseable {
    private final Store store;
    private final RuleVersions versions;

    private VersionStore(Store store, RuleVersions versions) {
        this.store = store;
        this.versions = versions;
    }

    /** @throws RefusedConfiguration if the folder is too broken to say where its store is, and none lies beside its files */
    public static VersionStore open(Path folder, Map<String, String> environment, Clock clock) {
        Store store = new Stores(folder, new EnvironmentSecrets(environment))
                .open(place(folder, environment, clock), TypeSource.NONE);
        return new VersionStore(store, new RuleVersions(folder, store, clock));
    }

    private static StoreDefinition place(Path folder, Map<String, String> environment, Clock clock) {
        try {
            return Configuration.read(folder, environment, clock).ruleset().store();
        } catch (RefusedConfiguration broken) {
            if (Files.exists(folder.resolve(".syncline/store.mv.db"))) {
                return null;
            }
            throw broken;
        }
    }

    public RuleVersions versions() {
        return versions;
    }

    @Override
    public void close() {
        store.close();
    }
}
