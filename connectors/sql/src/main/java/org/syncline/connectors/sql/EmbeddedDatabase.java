package org.syncline.connectors.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;

/**
 * An H2 database that runs in this process and is kept in a file: for trying things, without a server.
 *
 * @param path of the database, without the {@value #SUFFIX} that H2 gives its file
 * @param start the statements that make a new one; null for none
 */
record EmbeddedDatabase(Path path, Path start) {
    private static final String PREFIX = "embedded:";
    private static final String SUFFIX = ".mv.db";

    /** The database that the settings name, if it is an embedded one. */
    static Optional<EmbeddedDatabase> of(ConnectorSettings settings) {
        Path folder = settings.folder().toAbsolutePath();
        return settings.value(SettingNames.URL)
                .filter(url -> url.startsWith(PREFIX))
                .map(url -> new EmbeddedDatabase(
                        folder.resolve(url.substring(PREFIX.length())).normalize(),
                        settings.value(SettingNames.EMBEDDED_START).map(folder::resolve).orElse(null)));
    }

    String url() {
        return url(path);
    }

    private static String url(Path path) {
        return "jdbc:h2:file:" + path;
    }

    /** Makes the database if it is not there: all of it, or nothing. */
    void createIfMissing(Properties login) {
        synchronized (EmbeddedDatabase.class) {
            Path file = file(path);
            if (!Files.exists(file)) {
                Path unfinished = path.resolveSibling(path.getFileName() + ".new");
                try {
                    Files.createDirectories(path.getParent());
                    Files.deleteIfExists(file(unfinished));
                    fill(unfinished, login);
                    Files.move(file(unfinished), file, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException failure) {
                    throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                            "The embedded database '" + file + "' cannot be created: " + failure, failure);
                }
            }
        }
    }

    private static Path file(Path path) {
        return path.resolveSibling(path.getFileName() + SUFFIX);
    }

    private void fill(Path unfinished, Properties login) {
        try (Connection connection = DriverManager.getConnection(url(unfinished), login);
                Statement statement = connection.createStatement()) {
            if (start != null) {
                statement.execute("RUNSCRIPT FROM '" + start.toString().replace("'", "''") + "' CHARSET 'UTF-8'");
            }
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Setting '"
                    + SettingNames.EMBEDDED_START + "': '" + start + "' cannot be run: " + failure.getMessage(),
                    failure);
        }
    }
}
