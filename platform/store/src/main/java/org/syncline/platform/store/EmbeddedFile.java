package org.syncline.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.Changelog.State;

/**
 * The file of an embedded store. H2 cannot take half of a change of tables back: tables are made and changed in a copy, which takes the
 * place of the file when it is whole. Whoever dies before leaves the file as it was.
 */
final class EmbeddedFile {
    private static final String ENDING = ".mv.db";
    private final Path database;
    private final H2Database h2;

    /** @param database its path, without the ending that H2 gives to it */
    EmbeddedFile(Path database) {
        this.database = database;
        this.h2 = at(database);
    }

    private H2Database at(Path path) {
        return new H2Database("jdbc:h2:file:" + path, file(database).toString());
    }

    private static Path file(Path path) {
        return path.resolveSibling(path.getFileName() + ENDING);
    }

    H2Database database() {
        return h2;
    }

    /**
     * A connection to the store with the tables of this version.
     *
     * @throws StoreException in plain words
     */
    Connection open() {
        if (exists()) {
            Connection connection = h2.open();
            if (isCurrent(connection)) {
                return connection;
            }
        }
        replace(migrated -> {});
        return h2.open();
    }

    boolean exists() {
        return Files.exists(file(database));
    }

    /** Makes the file of a new store; it is there when it was filled. */
    void create(Consumer<Connection> filling) {
        replace(filling);
    }

    /** Closes the connection unless it is so. */
    private boolean isCurrent(Connection connection) {
        boolean current = false;
        try {
            current = Changelog.state(connection, h2.where()) == State.CURRENT;
        } catch (SQLException exception) {
            throw h2.refusal(exception);
        } finally {
            if (!current) {
                close(connection);
            }
        }
        return current;
    }

    private void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException exception) {
            throw h2.refusal(exception);
        }
    }

    private void replace(Consumer<Connection> filling) {
        Path next = database.resolveSibling(database.getFileName() + "-next");
        try {
            Files.deleteIfExists(file(next));
            if (exists()) {
                Files.copy(file(database), file(next));
            }
            try (Connection connection = at(next).open()) {
                Migration.run(connection, Dialect.H2, h2.where());
                filling.accept(connection);
            }
            Files.move(file(next), file(database), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException exception) {
            throw h2.refusal(exception);
        } catch (IOException exception) {
            throw new StoreException("The store " + h2.where() + " cannot be made ready (" + exception.getMessage()
                    + "). Free some space, or give the user who runs Syncline the right to write there", exception);
        }
    }
}
