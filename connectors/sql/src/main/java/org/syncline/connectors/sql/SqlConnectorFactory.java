package org.syncline.connectors.sql;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;

/** Opens connectors on databases; its type is {@code sql}. */
public final class SqlConnectorFactory implements ConnectorFactory {
    @Override
    public String type() {
        return "sql";
    }

    @Override
    public List<SettingDefinition> settings() {
        return SettingNames.OF_CONNECTOR;
    }

    @Override
    public List<SettingDefinition> objectTypeSettings() {
        return SettingNames.OF_OBJECT_TYPE;
    }

    @Override
    public List<SettingDefinition> attributeSettings() {
        return SettingNames.OF_ATTRIBUTE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.DELTA_IMPORT, Capability.READ_ONE, Capability.EXPORT,
                Capability.VALUE_LEVEL_EXPORT);
    }

    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        Set<Capability> capabilities = EnumSet.copyOf(capabilities());
        if (!SqlSettings.of(settings).tellsChanges()) {
            capabilities.remove(Capability.DELTA_IMPORT);
        }
        return capabilities;
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        return new SqlDiscovery(new Database(SqlSettings.of(settings)));
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new SqlConnector(SqlSettings.of(settings));
    }
}
