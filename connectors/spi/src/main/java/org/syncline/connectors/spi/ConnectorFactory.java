package org.syncline.connectors.spi;

import java.util.List;
import java.util.Set;

/** Makes connectors of one type; found by {@link java.util.ServiceLoader}. */
public interface ConnectorFactory {

    /** The value of {@code type} in a connector file, such as {@code ldap}. */
    String type();

    /** The settings a connector of this type understands; any other is refused before {@link #open}. */
    List<SettingDefinition> settings();

    /** The settings each object type of such a connector understands. */
    default List<SettingDefinition> objectTypeSettings() {
        return List.of();
    }

    /** The settings each attribute of its object types understands. */
    default List<SettingDefinition> attributeSettings() {
        return List.of();
    }

    /** What its connectors can do at most. */
    Set<Capability> capabilities();

    /** What a connector with these settings can do: fewer than {@link #capabilities()} where a setting takes something away. */
    default Set<Capability> capabilities(ConnectorSettings settings) {
        return capabilities();
    }

    /**
     * What is wrong in files that the settings name and that belong to the configuration, such as a script. Nothing of them is run.
     *
     * @param settings without secrets and object types
     * @throws ConnectorException if there is no such file
     */
    default List<FileMistake> mistakes(ConnectorSettings settings) {
        return List.of();
    }

    /**
     * Looks at a connected system for those who set up a connector; the settings need name no object types.
     *
     * @throws ConnectorException as {@link #open}; code {@code NOT_SUPPORTED} where the system cannot say what it offers
     */
    default Discovery discover(ConnectorSettings settings) {
        throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                "Connectors of type '" + type() + "' cannot say what their system offers");
    }

    /**
     * Opens a connection to a connected system. Opening does not read: a missing file or an unreachable server may show only when
     * reading or writing begins.
     *
     * @throws ConnectorException if the settings make no sense, or the system cannot be reached or refuses the credentials
     */
    Connector open(ConnectorSettings settings);

    /**
     * Begins to listen to a connected system, over a connection of its own, until the watch is closed. Returns at once: also a system
     * that cannot be reached, or does not tell of changes after all, is something that the listener is told; it is tried again by
     * itself. Needs {@link Capability#CHANGE_NOTIFICATION}.
     *
     * @throws ConnectorException if the settings make no sense; code {@code NOT_SUPPORTED} if the capability is not declared
     */
    default ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        throw new ConnectorException(
                ConnectorException.Code.NOT_SUPPORTED,
                "'" + settings.connector() + "' does not tell that something changed; import from time to time.");
    }
}
