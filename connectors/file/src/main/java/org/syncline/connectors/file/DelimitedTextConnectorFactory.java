package org.syncline.connectors.file;

import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.connectors.spi.watch.ReconnectingWatch;

/** Opens connectors on delimited text files; its type is {@code delimited-text}. */
public final class DelimitedTextConnectorFactory implements ConnectorFactory {
    @Override
    public String type() {
        return "delimited-text";
    }

    @Override
    public List<SettingDefinition> settings() {
        return SettingNames.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.EXPORT, Capability.VALUE_LEVEL_EXPORT,
                Capability.CHANGE_NOTIFICATION);
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        return DelimitedTextDiscovery.of(DelimitedTextSettings.of(settings));
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new DelimitedTextConnector(DelimitedTextSettings.of(settings));
    }

    @Override
    public ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        DelimitedTextSettings given = DelimitedTextSettings.of(settings);
        return ReconnectingWatch.start(settings.connector(), () -> new FileWatchSession(given), listener);
    }
}
