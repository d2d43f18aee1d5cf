package org.syncline.connectors.ldap;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code ldif}. */
public final class LdifConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "ldif";
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(SettingDefinition.required("file", "The LDIF file, relative to the configuration folder"));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.DISTINGUISHED_NAMES);
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        Path file = settings.value("file")
                .filter(name -> !name.isBlank())
                .map(settings.folder()::resolve)
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Code.INVALID_SETTING, "Setting 'file': is missing"));
        return new LdifConnector(file, settings.objectTypes());
    }
}
