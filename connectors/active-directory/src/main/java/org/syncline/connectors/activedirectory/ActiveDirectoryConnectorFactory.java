package org.syncline.connectors.activedirectory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.ldap.LdapConnector;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.OngoingSearches;
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

/** Makes connectors of type {@code active-directory}. */
public final class ActiveDirectoryConnectorFactory implements ConnectorFactory {

    @Override
    public String type() {
        return "active-directory";
    }

    @Override
    public List<SettingDefinition> settings() {
        return ActiveDirectorySettings.DEFINITIONS;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.FULL_IMPORT, Capability.DELTA_IMPORT, Capability.READ_ONE, Capability.EXPORT,
                Capability.DISTINGUISHED_NAMES, Capability.VALUE_LEVEL_EXPORT, Capability.REFERENTIAL_INTEGRITY,
                Capability.PARTITIONS, Capability.CHANGE_NOTIFICATION);
    }

    /** Without deltas each signal would have everything read. */
    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        Set<Capability> capabilities = capabilities();
        if (!ActiveDirectorySettings.of(settings).delta().readsDeltas()) {
            capabilities.remove(Capability.DELTA_IMPORT);
            capabilities.remove(Capability.CHANGE_NOTIFICATION);
        }
        return capabilities;
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        ActiveDirectorySettings given = ActiveDirectorySettings.of(settings);
        return ActiveDirectoryDiscovery.of(new DirectoryContent(DomainController.connect(given.controllers()),
                new LdapScope(given.base(), settings.partitions()), types(settings)), given.delta(),
                LdapSettings.createsContainers(settings));
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        ActiveDirectorySettings given = ActiveDirectorySettings.of(settings);
        return LdapConnector.open(DomainController.connect(given.controllers()),
                new LdapScope(given.base(), settings.partitions()), types(settings),
                LdapSettings.createsContainers(settings),
                given.delta());
    }

    @Override
    public ChangeWatch watch(ConnectorSettings settings, ChangeListener listener) {
        ActiveDirectorySettings given = ActiveDirectorySettings.of(settings);
        return given.delta().readsDeltas()
                ? ReconnectingWatch.start(settings.connector(), () -> listen(given, settings), listener)
                : ConnectorFactory.super.watch(settings, listener);
    }

    private static WatchSession listen(ActiveDirectorySettings given, ConnectorSettings settings)
            throws InterruptedException {
        LdapScope scope = new LdapScope(given.base(), settings.partitions());
        try (Directory directory = DomainController.connect(given.controllers())) {
            ChangeSignals signals = ChangeNotifications.of(new DirectoryContent(directory, scope, types(settings)));
            return DirectoryWatchSession.begin(OngoingSearches.beside(directory, given.controllers()), signals);
        }
    }

    private static List<LdapObjectType> types(ConnectorSettings settings) {
        return settings.objectTypes().stream().map(ActiveDirectoryTypes::of).toList();
    }
}
