package org.syncline.connectors.ldap;

import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code ldap}. */
public final class LdapConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "ldap";
    }

    @Override
    public List<SettingDefinition> settings() {
        return LdapSettings.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.READ_ONE, Capability.EXPORT,
                Capability.DISTINGUISHED_NAMES, Capability.VALUE_LEVEL_EXPORT);
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return LdapConnector.open(LdapSettings.of(settings), settings.objectTypes());
    }
}
