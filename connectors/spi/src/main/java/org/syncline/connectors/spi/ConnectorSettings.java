package org.syncline.connectors.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.schema.identity.Partitions;

/**
 * What a connector file says, checked and with secrets resolved.
 *
 * @param connector name of the connector
 * @param folder the configuration folder; relative paths in settings start there
 * @param values by setting name, defaults filled in
 * @param secrets by setting name; never logged, never shown
 * @param objectTypes what is read and written, in the order of the file
 * @param partitions in which objects are read and written; none for all of the system
 */
public record ConnectorSettings(
        String connector, Path folder, Map<String, String> values, Map<String, String> secrets,
        List<ObjectTypeSettings> objectTypes, Partitions partitions) {

    /** Of a system that is read as a whole. */
    public ConnectorSettings(
            String connector, Path folder, Map<String, String> values, Map<String, String> secrets,
            List<ObjectTypeSettings> objectTypes) {
        this(connector, folder, values, secrets, objectTypes, Partitions.NONE);
    }

    public ConnectorSettings {
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
        objectTypes = List.copyOf(objectTypes);
    }

    /** The same with these object types and no others. */
    public ConnectorSettings with(List<ObjectTypeSettings> types) {
        return new ConnectorSettings(connector, folder, values, secrets, types, partitions);
    }

    public Optional<String> value(String setting) {
        return Optional.ofNullable(values.get(setting));
    }

    public Optional<String> secret(String setting) {
        return Optional.ofNullable(secrets.get(setting));
    }

    /** The settings of one object type. */
    public Optional<ObjectTypeSettings> objectType(String name) {
        return objectTypes.stream().filter(type -> type.type().name().equals(name)).findFirst();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "ConnectorSettings[" + connector + " " + values + "]";
    }
}
