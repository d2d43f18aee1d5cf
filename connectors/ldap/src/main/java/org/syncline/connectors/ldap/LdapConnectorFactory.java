package org.syncline.connectors.ldap;

import java.util.EnumSet;
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
        return EnumSet.of(Capability.FULL_IMPORT, Capability.DELTA_IMPORT, Capability.READ_ONE, Capability.EXPORT,
                Capability.DISTINGUISHED_NAMES,
                Capability.VALUE_LEVEL_EXPORT, Capability.REFERENTIAL_INTEGRITY, Capability.PARTITIONS);
    }

    /** The directory is asked for its overlays by nobody: the administrator says whether it keeps references right. */
    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        Set<Capability> capabilities = capabilities();
        LdapSettings given = LdapSettings.of(settings);
        if (!given.keepsReferences()) {
            capabilities.remove(Capability.REFERENTIAL_INTEGRITY);
        }
        if (!given.delta().readsDeltas()) {
            capabilities.remove(Capability.DELTA_IMPORT);
        }
        return capabilities;
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return LdapConnector.open(LdapSettings.of(settings), settings.objectTypes(), settings.partitions());
    }
}
