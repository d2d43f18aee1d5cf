package org.syncline.connectors.memory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.connectors.spi.watch.ReconnectingWatch;

/** Opens connectors on {@link MemorySystem}s; its type is {@code memory}. */
public final class MemoryConnectorFactory implements ConnectorFactory {
    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.allOf(Capability.class));

    private final MemorySystems systems;

    /** Opens the systems of the process. */
    public MemoryConnectorFactory() {
        this(MemorySystems.OF_THE_PROCESS);
    }

    /** Opens these systems and no others. */
    public MemoryConnectorFactory(MemorySystems systems) {
        this.systems = systems;
    }

    @Override
    public String type() {
        return "memory";
    }

    @Override
    public List<SettingDefinition> settings() {
        return MemorySettings.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        Set<Capability> capabilities = EnumSet.copyOf(CAPABILITIES);
        MemorySettings given = MemorySettings.of(settings);
        if (!given.names()) {
            capabilities.remove(Capability.DISTINGUISHED_NAMES);
            capabilities.remove(Capability.PARTITIONS);
        }
        if (!given.readsOne()) {
            capabilities.remove(Capability.READ_ONE);
        }
        if (!given.mendsReferences()) {
            capabilities.remove(Capability.REFERENTIAL_INTEGRITY);
        }
        if (!given.tellsChanges()) {
            capabilities.remove(Capability.CHANGE_NOTIFICATION);
        }
        return capabilities;
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        MemorySettings given = MemorySettings.of(settings);
        return new MemoryConnector(given, systems.named(given.system()));
    }

    @Override
    public ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        MemorySettings given = MemorySettings.of(settings);
        return given.tellsChanges()
                ? ReconnectingWatch.start(settings.connector(),
                        () -> MemoryWatchSession.open(systems.named(given.system())), listener)
                : ConnectorFactory.super.watch(settings, listener);
    }
}
