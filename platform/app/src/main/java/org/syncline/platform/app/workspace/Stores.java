package org.syncline.platform.app.workspace;

import java.nio.file.Path;
import org.syncline.dsl.ruleset.StoreDefinition;
import org.syncline.platform.engine.connection.Secrets;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.store.StoreAddress;
import org.syncline.platform.store.StorePlace;

/** Opens the store that a configuration names: on a server, or beside its files. */
final class Stores {
    private final Path folder;
    private final Secrets secrets;

    Stores(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    Store open(StoreDefinition store, TypeSource types) {
        return place(store).open(types);
    }

    /** @param store null for the one beside the files */
    StorePlace place(StoreDefinition store) {
        return store == null
                ? StorePlace.beside(folder)
                : StorePlace.on(new StoreAddress(store.url(), store.user(), password(store)));
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
