package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.ldap.discovery.LdifDiscovery;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.SettingDefinition;

/** Makes connectors of type {@code ldif}. */
public final class LdifConnectorFactory implements ConnectorFactory {
    static final String FILE = "file";
    static final String CHANGES = "changes";
    private static final int MOST_LOOKED_AT = 10_000;

    @Override
    public String type() {
        return "ldif";
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(
                SettingDefinition.required(FILE, "The LDIF file, relative to the configuration folder"),
                SettingDefinition.optional(CHANGES,
                        "A folder into which exports are written as files of change records, for another system to apply;"
                                + " without it nothing is exported",
                        null));
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.FULL_IMPORT, Capability.DISTINGUISHED_NAMES, Capability.EXPORT,
                Capability.VALUE_LEVEL_EXPORT);
    }

    @Override
    public Set<Capability> capabilities(ConnectorSettings settings) {
        return path(settings, CHANGES).isPresent()
                ? capabilities()
                : Set.of(Capability.FULL_IMPORT, Capability.DISTINGUISHED_NAMES);
    }

    @Override
    public Discovery discover(ConnectorSettings settings) {
        List<Entry> entries = new ArrayList<>();
        try (LdifRecords records = LdifRecords.open(file(settings))) {
            LdifRecord next = records.next();
            for (; next != null && entries.size() < MOST_LOOKED_AT; next = records.next()) {
                next.readable().ifPresent(entries::add);
            }
            return new LdifDiscovery(entries, next == null, Schema.getDefaultStandardSchema());
        } catch (IOException | LDAPException failure) {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Reading '" + file(settings) + "' broke off: " + failure, failure);
        }
    }

    @Override
    public Connector open(ConnectorSettings settings) {
        return new LdifConnector(file(settings), path(settings, CHANGES).map(ChangeFolder::new),
                settings.objectTypes());
    }

    private static Path file(ConnectorSettings settings) {
        return path(settings, FILE).orElseThrow(() -> new ConnectorException(
                ConnectorException.Code.INVALID_SETTING, "Setting 'file': is missing"));
    }

    private static Optional<Path> path(ConnectorSettings settings, String name) {
        return settings.value(name).filter(text -> !text.isBlank()).map(settings.folder()::resolve);
    }
}
