package org.syncline.platform.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.TypeSource;

/** Beside the files of a configuration. */
final class EmbeddedPlace extends StorePlace {
    private final Path configuration;

    EmbeddedPlace(Path configuration) {
        this.configuration = configuration;
    }

    private StoreFolder occupy() {
        return StoreFolder.occupy(configuration.resolve(JdbcStore.FOLDER));
    }

    @Override
    public String where() {
        return file().database().where();
    }

    private EmbeddedFile file() {
        return new EmbeddedFile(configuration.resolve(JdbcStore.FOLDER).resolve("store").toAbsolutePath());
    }

    @Override
    public Store open(TypeSource types) {
        return JdbcStore.open(configuration, types);
    }

    @Override
    void read(Consumer<StoredTables> reading) {
        if (!file().exists()) {
            throw nothingThere(where());
        }
        try (StoreFolder folder = occupy(); Connection connection = database(folder).open()) {
            demandCurrent(connection, where());
            reading.accept(new StoredTables(connection, Dialect.H2, where()));
        } catch (SQLException exception) {
            throw file().database().refusal(exception);
        }
    }

    private static H2Database database(StoreFolder folder) {
        return new EmbeddedFile(folder.database()).database();
    }

    /** In a file that takes its place when it is filled. */
    @Override
    void fill(Consumer<StoredTables> filling) {
        try (StoreFolder folder = occupy()) {
            EmbeddedFile file = new EmbeddedFile(folder.database());
            if (file.exists()) {
                throw new StoreException("There is a store in " + where()
                        + " already. Move it away, or delete it if nobody needs it");
            }
            file.create(connection -> fill(connection, filling));
        }
    }

    private void fill(Connection connection, Consumer<StoredTables> filling) {
        try {
            filling.accept(new StoredTables(connection, Dialect.H2, where()));
        } catch (SQLException exception) {
            throw file().database().refusal(exception);
        }
    }
}
