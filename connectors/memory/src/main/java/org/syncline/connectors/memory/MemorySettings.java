package org.syncline.connectors.memory;

import java.util.List;
import java.util.Optional;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.schema.identity.Partitions;

/**
 * The settings of a memory connector.
 *
 * @param system name of the system
 * @param names whether its objects have distinguished names
 * @param readsOne whether it can be asked for one object
 * @param tellsAnchors whether it tells the anchor of a new object when it accepts it
 * @param patches whether a delta import says what changed of an object, instead of what the object is now
 * @param mendsReferences whether it keeps references right by itself when their target is renamed or deleted
 * @param namesHoldValues whether the values in an object's name are values of its attributes too, as in a directory
 * @param tellsChanges whether it tells at once that something changed
 * @param base below which every object stands under another one, as in a directory; null if names mean nothing
 * @param objectTypes what is read and written
 * @param partitions in which that is
 */
record MemorySettings(
        String system, boolean names, boolean readsOne, boolean tellsAnchors, boolean patches, boolean mendsReferences,
        boolean namesHoldValues, boolean tellsChanges, String base,
        List<ObjectTypeSettings> objectTypes, Partitions partitions) {
    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.optional(
                    "system",
                    "Name of the system; connectors that name the same one share it. The connector's own name if not given.",
                    null),
            SettingDefinition.optional("names", "Whether its objects have distinguished names: true or false.",
                    "false"),
            SettingDefinition.optional("read-one", "Whether it can be asked for one object: true or false.", "true"),
            SettingDefinition.optional(
                    "tells-anchors",
                    "Whether it tells the anchor of a new object at once, not only with the next import: true or false.",
                    "true"),
            SettingDefinition.optional(
                    "patches",
                    "Whether delta imports report the values that changed, not whole objects: true or false.",
                    "false"),
            SettingDefinition.optional(
                    "mends-references",
                    "Whether it keeps references right by itself when their target is renamed or deleted: true or false.",
                    "false"),
            SettingDefinition.optional(
                    "names-hold-values",
                    "Whether the values in an object's name are values of its attributes too, and follow it when it is renamed: true or false.",
                    "false"),
            SettingDefinition.optional(
                    "tells-changes", "Whether it tells at once that something changed: true or false.", "false"),
            SettingDefinition.optional(
                    "base",
                    "DN below which names are a tree: an object needs the one above it, and only an empty one can be deleted."
                            + " Without it names may be anything.",
                    null));

    static MemorySettings of(ConnectorSettings settings) {
        return new MemorySettings(
                settings.value("system").orElse(settings.connector()),
                truth(settings, "names", "false"),
                truth(settings, "read-one", "true"),
                truth(settings, "tells-anchors", "true"),
                truth(settings, "patches", "false"),
                truth(settings, "mends-references", "false"),
                truth(settings, "names-hold-values", "false"),
                truth(settings, "tells-changes", "false"),
                settings.value("base").orElse(null),
                settings.objectTypes(),
                settings.partitions());
    }

    private static boolean truth(ConnectorSettings settings, String name, String otherwise) {
        String text = settings.value(name).orElse(otherwise);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConnectorException(
                    ConnectorException.Code.INVALID_SETTING,
                    "Connector '" + settings.connector() + "': setting '" + name + "' is '" + text
                            + "'. Write true or false.");
        };
    }

    Optional<ObjectTypeSettings> objectType(String name) {
        return objectTypes.stream().filter(type -> type.type().name().equals(name)).findFirst();
    }
}
