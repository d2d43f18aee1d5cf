package org.syncline.connectors.script.groovy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * Which script it is, and how long it may take.
 *
 * @param connector name of the connector
 * @param folder the configuration folder
 * @param file the script, as the administrator names it
 * @param parameters what the script is told, by name
 * @param objectTypes their names
 * @param callTimeout how long one call of the script may take
 */
record GroovySettings(
        String connector, Path folder, String file, Map<String, String> parameters, List<String> objectTypes,
        Duration callTimeout) {
    private static final String FILE = "file";
    private static final String PARAMETER = "parameter.";
    private static final String CALL_TIMEOUT = "call-timeout";
    private static final String USUAL_TIMEOUT = "PT2M";

    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.required(FILE, "The Groovy file, relative to the configuration folder."),
            SettingDefinition.family(PARAMETER, "What the script finds as parameters.NAME: parameter.NAME"),
            SettingDefinition.transport(CALL_TIMEOUT,
                    "How long a call of the script may take: a page that is read, an object that is written (ISO 8601)",
                    USUAL_TIMEOUT));

    static GroovySettings of(ConnectorSettings settings) {
        String file = settings.value(FILE).filter(text -> !text.isBlank())
                .orElseThrow(() -> invalid(settings, "'file' is missing. Name the Groovy file."));
        return new GroovySettings(
                settings.connector(), settings.folder(), file, parameters(settings),
                settings.objectTypes().stream().map(type -> type.type().name()).toList(), callTimeout(settings));
    }

    private static Map<String, String> parameters(ConnectorSettings settings) {
        Map<String, String> parameters = new TreeMap<>();
        Stream.of(settings.values(), settings.secrets())
                .flatMap(given -> given.entrySet().stream())
                .filter(given -> given.getKey().startsWith(PARAMETER))
                .forEach(given -> parameters.put(given.getKey().substring(PARAMETER.length()), given.getValue()));
        return parameters;
    }

    private static Duration callTimeout(ConnectorSettings settings) {
        String text = settings.value(CALL_TIMEOUT).orElse(USUAL_TIMEOUT);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below
        }
        throw invalid(settings, "'call-timeout' is '" + text + "'. Write a duration such as PT30S or PT5M.");
    }

    private static ConnectorException invalid(ConnectorSettings settings, String message) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': setting " + message);
    }

    Path path() {
        return folder.resolve(file);
    }

    /** Without the parameters, some of which are secrets. */
    @Override
    public String toString() {
        return "GroovySettings[" + connector + " " + file + "]";
    }
}
