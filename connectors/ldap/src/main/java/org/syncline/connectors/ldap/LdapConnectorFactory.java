package org.syncline.connectors.ldap;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.OngoingSearches;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.ldap.discovery.LdapDiscovery;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.ldap.watch.ChangeSignals;
import org.syncline.connectors.ldap.watch.DirectoryWatchSession;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.connectors.spi.watch.ReconnectingWatch;
import org.syncline.connectors.spi.watch.WatchSession;

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
                Capability.VALUE_LEVEL_EXPORT, Capability.REFERENTIAL_INTEGRITY, Capability.PARTITIONS,
                Capability.CHANGE_NOTIFICATION);
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
        if (!given.delta().tellsChanges()) {
            capabilities.remove(Capability.CHANGE_NOTIFICATION);
        }
        return capabilities;
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        LdapSettings given = LdapSettings.of(settings);
        LdapScope scope = new LdapScope(given.base(), settings.partitions());
        Directory directory = given.location().open(given.base());
        return switch (given.location()) {
            case LdapSettings.Location.Server server ->
                    LdapDiscovery.ofServer(directory, scope, given.createsContainers());
            case LdapSettings.Location.Embedded embedded -> LdapDiscovery.ofEmbedded(directory, scope);
        };
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return LdapConnector.open(LdapSettings.of(settings), settings.objectTypes(), settings.partitions());
    }

    @Override
    public ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        LdapSettings given = LdapSettings.of(settings);
        return given.location() instanceof LdapSettings.Location.Server(List<ServerAddress> addresses)
                && given.delta().tellsChanges()
                        ? ReconnectingWatch.start(settings.connector(), () -> begin(given, addresses, settings),
                                listener)
                        : ConnectorFactory.super.watch(settings, listener);
    }

    private static WatchSession begin(LdapSettings given, List<ServerAddress> addresses, ConnectorSettings settings)
            throws InterruptedException {
        List<LdapObjectType> types = settings.objectTypes().stream().map(LdapObjectType::new).toList();
        LdapScope scope = new LdapScope(given.base(), settings.partitions());
        try (Directory directory = ReplicatedDirectory.connect(addresses)) {
            ChangeSignals signals = given.delta().signals(new DirectoryContent(directory, scope, types));
            return DirectoryWatchSession.begin(OngoingSearches.beside(directory, addresses), signals);
        }
    }
}
