package org.syncline.connectors.memory;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * The settings of a memory connector.
 *
 * @param system name of the system
 * @param names whether its objects have distinguished names
 * @param objectTypes what is read and written
 */
record MemorySettings(String system, boolean names, List<ObjectTypeSettings> objectTypes) {
    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.optional(
                    "system",
                    "Name of the system; connectors that name the same one share it. The connector's own name if not given.",
                    null),
            SettingDefinition.optional("names", "Whether its objects have distinguished names: true or false.",
                    "false"));

    static MemorySettings of(ConnectorSettings settings) {
        return new MemorySettings(
                settings.value("system").orElse(settings.connector()),
                truth(settings.connector(), settings.value("names").orElse("false")),
                settings.objectTypes());
    }

    private static boolean truth(String connector, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConnectorException(
                    ConnectorException.Code.INVALID_SETTING,
                    "Connector '" + connector + "': setting 'names' is '" + text + "'. Write true or false.");
        };
    }

    Optional<ObjectTypeSettings> objectType(String name) {
        return objectTypes.stream().filter(type -> type.type().name().equals(name)).findFirst();
    }
}
