package org.syncline.connectors.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.connectors.spi.watch.ReconnectingWatch;

/** Opens connectors on files of one format. */
public abstract class FileConnectorFactory implements ConnectorFactory {
    private final String type;
    private final List<SettingDefinition> settings;

    /** @param formatSettings those that only this format has */
    protected FileConnectorFactory(String type, List<SettingDefinition> formatSettings) {
        this.type = type;
        this.settings = Stream.concat(FileSettings.DEFINITIONS.stream(), formatSettings.stream()).toList();
    }

    /**
     * How records stand in the file.
     *
     * @throws org.syncline.connectors.spi.ConnectorException if the settings make no sense
     */
    protected abstract FileFormat format(FileSettings file, SettingsReader settings);

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final List<SettingDefinition> settings() {
        return settings;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.EXPORT, Capability.VALUE_LEVEL_EXPORT,
                Capability.CHANGE_NOTIFICATION);
    }

    @Override
    public final Discovery discover(ConnectorSettings settings) {
        SettingsReader reader = new SettingsReader(settings);
        FileSettings file = reader.file();
        return FileDiscovery.of(file, format(file, reader));
    }

    @Override
    public final Connector open(ConnectorSettings settings) {
        SettingsReader reader = new SettingsReader(settings);
        FileSettings file = reader.file();
        return new FileConnector(file, format(file, reader));
    }

    @Override
    public final ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        FileSettings file = new SettingsReader(settings).file();
        return ReconnectingWatch.start(settings.connector(), () -> new FileWatchSession(file), listener);
    }
}
