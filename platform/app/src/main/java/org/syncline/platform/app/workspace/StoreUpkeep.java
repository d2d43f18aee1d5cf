package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.dsl.xml.FilePlaces;
import org.syncline.platform.engine.connection.EnvironmentSecrets;
import org.syncline.platform.engine.operations.OperationRefused;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.store.StoreMove;
import org.syncline.platform.store.StoreMove.MovedTable;
import org.syncline.platform.store.StorePlace;

/** What is done to the store of a folder as a whole, while nobody uses it. */
public final class StoreUpkeep {
    private final Configuration configuration;
    private final Stores stores;

    private StoreUpkeep(Configuration configuration, Stores stores) {
        this.configuration = configuration;
        this.stores = stores;
    }

    /** @throws RefusedConfiguration if there are problems in the folder */
    public static StoreUpkeep of(Path folder, Map<String, String> environment, Clock clock) {
        return new StoreUpkeep(Configuration.read(folder, environment, clock),
                new Stores(folder, new EnvironmentSecrets(environment)));
    }

    /** The file that names the store, as it is. */
    public byte[] synclineFile() {
        return configuration.content().get(FilePlaces.SYNCLINE);
    }

    /** Where the store lies, for messages. */
    public String where() {
        return stores.place(configuration.ruleset().store()).where();
    }

    /**
     * Copies all of the store to where another {@code syncline.xml} says it lies.
     *
     * @param moved gets each table
     * @return where that is, for messages
     * @throws RefusedConfiguration if the folder would have problems with that file
     */
    public String move(byte[] synclineFile, Consumer<MovedTable> moved) {
        Ruleset next = configuration.with(FilePlaces.SYNCLINE, synclineFile);
        try {
            StorePlace to = stores.place(next.store());
            StoreMove.run(stores.place(configuration.ruleset().store()), to, moved);
            return to.where();
        } finally {
            next.extension().close();
        }
    }

    /**
     * Makes the tables of the store, or brings them up to date.
     *
     * @param owner who may do so; null for the user that the configuration names
     * @param secret the name of the owner's password; null if the owner needs none
     */
    public void update(String owner, String secret) {
        StoreDefinition store = configuration.ruleset().store();
        if (owner != null && store == null) {
            throw new OperationRefused("The store lies beside the files and has no users: leave --user out");
        }
        stores.open(owner == null ? store : new StoreDefinition(store.url(), owner, secret, store.location()),
                TypeSource.NONE).close();
    }
}
