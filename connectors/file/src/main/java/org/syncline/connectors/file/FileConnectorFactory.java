package org.syncline.connectors.file;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.file.drop.DropFolder;
import org.syncline.connectors.file.drop.DropSettings;
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
        this.settings =
                Stream.of(FileSettings.DEFINITIONS, DropSettings.DEFINITIONS, ChangeWords.DEFINITIONS, formatSettings)
                        .flatMap(List::stream)
                        .toList();
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
        return Set.of(Capability.FULL_IMPORT, Capability.DELTA_IMPORT, Capability.EXPORT, Capability.VALUE_LEVEL_EXPORT,
                Capability.CHANGE_NOTIFICATION);
    }

    @Override
    public final Set<Capability> capabilities(ConnectorSettings settings) {
        Set<Capability> capabilities = EnumSet.copyOf(capabilities());
        capabilities.removeAll(new SettingsReader(settings).drop().isPresent()
                ? Set.of(Capability.EXPORT, Capability.VALUE_LEVEL_EXPORT)
                : Set.of(Capability.DELTA_IMPORT));
        return capabilities;
    }

    @Override
    public final Discovery discover(ConnectorSettings settings) {
        SettingsReader reader = new SettingsReader(settings);
        FileSettings file = reader.drop().map(DropFolder::newest)
                .map(newest -> reader.file().of(newest.name(), newest.path()))
                .orElseGet(reader::file);
        return FileDiscovery.of(file, format(file, reader));
    }

    @Override
    public final Connector open(ConnectorSettings settings) {
        SettingsReader reader = new SettingsReader(settings);
        FileSettings file = reader.file();
        FileFormat format = format(file, reader);
        ChangeWords words = ChangeWords.of(reader);
        return reader.drop()
                .<Connector>map(drop -> new FolderConnector(file, drop, words, each -> format(each, reader)))
                .orElseGet(() -> new FileConnector(file, format));
    }

    @Override
    public final ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        SettingsReader reader = new SettingsReader(settings);
        FileSettings file = reader.file();
        Optional<DropSettings> drop = reader.drop();
        return ReconnectingWatch.start(settings.connector(),
                () -> drop.map(DropFolder::watch).orElseGet(() -> FileState.watch(file)), listener);
    }
}
