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
    String QUERY = "select coalesce(max(id), 0) from ";

    /** What the program must be told to use it. */
    Map<String, String> environment();

    /**
     * The number of the newest page of an export that is marked as on its way, or 0: if it is a new one, whoever used the store died in
     * the midst of that page.
     */
    long pageInFlight();

    /** The one beside the files. */
    record Embedded(ConfigurationFolder folder, Path temporary) implements KeptStore {
        private static final String FILE = ".syncline/store.mv.db";

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        /** Looks at a copy: recovering the store is up to the program. */
        @Override
        public long pageInFlight() {
            ConfigurationFolder copy = new ConfigurationFolder(temporary.resolve("copy"));
            try {
                Files.createDirectories(copy.store());
                Files.deleteIfExists(copy.file(FILE));
                Files.copy(folder.file(FILE), copy.file(FILE));
                return newestPage(copy);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static long newestPage(ConfigurationFolder folder) {
            try (Connection connection = StoredRows.connect(folder);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(QUERY + "in_flight")) {
                return result.next() ? result.getLong(1) : 0;
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
        public long pageInFlight() {
            return Long.parseLong(store.server().ask(QUERY + store.schema() + ".in_flight"));
        }
    }
}
