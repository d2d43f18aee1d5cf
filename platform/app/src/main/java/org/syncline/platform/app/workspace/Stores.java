package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.platform.engine.connection.Secrets;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.store.JdbcStore;
import org.syncline.platform.store.StoreAddress;

/** Opens the store that a configuration names: on a server, or beside its files. */
final class Stores {
    private final Path folder;
    private final Secrets secrets;

    Stores(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    Store open(StoreDefinition store, TypeSource types) {
        return store == null
                ? JdbcStore.open(folder, types)
                : JdbcStore.open(new StoreAddress(store.url(), store.user(), password(store)), types);
    }

    private String password(StoreDefinition store) {
        return store.secret() == null
                ? null
                : secrets.find(store.secret()).orElseThrow(() -> new StoreException(
                        "The password of the store " + store.url() + " is missing. Put the secret '" + store.secret()
                                + "' into "
                                + secrets.place(store.secret())));
    }
}
