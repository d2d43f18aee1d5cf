package org.syncline.connectors.sql;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;

/**
 * The settings of a database.
 *
 * @param connector for messages
 * @param embedded the database, if it runs in this process
 * @param login what the driver is told: user, password and the properties an administrator gives
 * @param zone of points in time in columns that say none
 * @param timeout of a statement
 */
record SqlSettings(String connector, String url, Optional<EmbeddedDatabase> embedded, Properties login, ZoneId zone,
        Duration timeout, List<ObjectTypeSettings> objectTypes) {

    static SqlSettings of(ConnectorSettings settings) {
        Optional<EmbeddedDatabase> embedded = EmbeddedDatabase.of(settings);
        if (embedded.isEmpty() && settings.value(SettingNames.EMBEDDED_START).isPresent()) {
            throw invalid(settings, SettingNames.EMBEDDED_START, "is of an embedded database",
                    "Leave it out, or write the url embedded:FILE.");
        }
        return new SqlSettings(
                settings.connector(),
                embedded.map(EmbeddedDatabase::url).or(() -> settings.value(SettingNames.URL))
                        .orElseThrow(() -> invalid(settings, SettingNames.URL, "is missing",
                                "Write one such as jdbc:postgresql://db.example.com/hr.")),
                embedded,
                login(settings),
                zone(settings),
                timeout(settings),
                settings.objectTypes());
    }

    private static Properties login(ConnectorSettings settings) {
        Properties login = new Properties();
        for (String property : settings.value(SettingNames.PROPERTIES).orElse("").split(";")) {
            int equals = property.indexOf('=');
            if (equals > 0) {
                login.setProperty(property.substring(0, equals).strip(), property.substring(equals + 1).strip());
            } else if (!property.isBlank()) {
                throw invalid(settings, SettingNames.PROPERTIES, "has '" + property.strip() + "'",
                        "Write name=value, separated by semicolons.");
            }
        }
        settings.value(SettingNames.USER).ifPresent(user -> login.setProperty("user", user));
        settings.secret(SettingNames.PASSWORD).ifPresent(password -> login.setProperty("password", password));
        return login;
    }

    private static ZoneId zone(ConnectorSettings settings) {
        String zone = settings.value(SettingNames.ZONE).orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw invalid(settings, SettingNames.ZONE, "is '" + zone + "'", "Write a zone such as Europe/Berlin.");
        }
    }

    private static Duration timeout(ConnectorSettings settings) {
        String timeout = settings.value(SettingNames.TIMEOUT).orElse("PT5M");
        try {
            return Duration.parse(timeout);
        } catch (DateTimeException invalid) {
            throw invalid(settings, SettingNames.TIMEOUT, "is '" + timeout + "'", "Write a time such as PT5M.");
        }
    }

    private static ConnectorException invalid(ConnectorSettings settings, String name, String slip, String remedy) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': the setting '" + name + "' " + slip + ". " + remedy);
    }

    /** @throws ConnectorException if it is not declared */
    ObjectTypeSettings objectType(String name) {
        return objectTypes.stream()
                .filter(type -> type.type().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                        "Connector '" + connector + "' has no object type '" + name + "'."));
    }

    /** Whether every object type says how its changes are found. */
    boolean tellsChanges() {
        return objectTypes.stream().allMatch(ChangeFinder::isFor);
    }

    /** Where the database is, for messages: its address without what may be secret. */
    String place() {
        return "'" + url.split("[?;]", 2)[0].replaceFirst("^jdbc:", "") + "'";
    }

    int timeoutSeconds() {
        return (int) Math.max(1, timeout.toSeconds());
    }

    /** Without the login. */
    @Override
    public String toString() {
        return "SqlSettings[" + connector + " " + url + "]";
    }
}
