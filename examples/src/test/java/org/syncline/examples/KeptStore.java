package org.syncline.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The store of a configuration, wherever it is kept, as the process left it that used it last. */
sealed interface KeptStore {
    /** What the program must be told to use it. */
    Map<String, String> environment();

    /** Whether pages of an export are marked as on their way: whoever used the store died in the midst of one. */
    boolean marksPagesInFlight();

    /** The one beside the files. */
    record Embedded(ConfigurationFolder folder, Path temporary) implements KeptStore {
        private static final String FILE = ".syncline/store.mv.db";

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        /** Looks at a copy: recovering the store is up to the program. */
        @Override
        public boolean marksPagesInFlight() {
            ConfigurationFolder copy = new ConfigurationFolder(temporary.resolve("copy"));
            try {
                Files.createDirectories(copy.store());
                Files.deleteIfExists(copy.file(FILE));
                Files.copy(folder.file(FILE), copy.file(FILE));
                return hasRows(copy);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static boolean hasRows(ConfigurationFolder folder) {
            try (Connection connection = StoredRows.connect(folder);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from in_flight")) {
                return result.next() && result.getLong(1) > 0;
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }
    }

    /** One on PostgreSQL. */
    record Served(PostgresStore store) implements KeptStore {
        @Override
        public Map<String, String> environment() {
            return store.environment();
        }

        @Override
        public boolean marksPagesInFlight() {
            return !"0".equals(store.server().ask("select count(*) from " + store.schema() + ".in_flight"));
        }
    }
}
