package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.connectors.ldap.delta.DeltaChoice;
import org.syncline.connectors.ldap.delta.DeltaStrategy;
import org.syncline.connectors.ldap.delta.OfOneServer;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.ServerWords;
import org.syncline.connectors.ldap.entry.Bases;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.EntryReader;
import org.syncline.connectors.ldap.entry.LdapLookup;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Partitions;

/** An open connection to a directory. */
public final class LdapConnector implements Connector {
    private static final int REFERRALS_NAMED = 3;

    private final Directory directory;
    private final LdapLookup lookup;
    private final Lanes lanes;
    private final LdapExport export;
    private final DirectoryContent content;
    private DeltaStrategy delta;
    private ImportRequest read;

    private LdapConnector(Directory directory, LdapScope scope, Map<String, LdapObjectType> types,
            boolean createsContainers) {
        this.directory = directory;
        this.content = new DirectoryContent(directory, scope, List.copyOf(types.values()));
        this.lookup = new LdapLookup(directory, scope, types);
        this.lanes = new Lanes(directory.parallelWrites());
        this.export = new LdapExport(directory, lookup, lanes,
                new MissingContainers(directory, lookup, scope, createsContainers));
    }

    static LdapConnector open(
            LdapSettings settings, List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        List<LdapObjectType> types = objectTypes.stream().map(LdapObjectType::new).toList();
        Directory directory = settings.location().open(settings.base());
        return open(directory, new LdapScope(settings.base(), partitions), types, settings.createsContainers(),
                settings.delta());
    }

    /**
     * On a directory, which is closed with the connector.
     *
     * @param createsContainers whether missing containers are made
     */
    public static LdapConnector open(Directory directory, LdapScope scope, List<LdapObjectType> objectTypes,
            boolean createsContainers, DeltaChoice delta) {
        Map<String, LdapObjectType> types = new LinkedHashMap<>();
        objectTypes.forEach(type -> types.put(type.type().name(), type));
        LdapConnector connector = new LdapConnector(directory, scope, types, createsContainers);
        try {
            Bases.demand(scope, directory);
            connector.delta = OfOneServer.where(delta, connector.content);
            return connector;
        } catch (RuntimeException failure) {
            connector.close();
            throw failure;
        }
    }

    @Override
    public ImportPages read(ImportRequest request) {
        String partition = request.partition().orElse(null);
        read = request;
        directory.mend();
        return request.since()
                .map(watermark -> delta.since(watermark, partition, request.pageSize()))
                .orElseGet(() -> everything(partition, request.pageSize()));
    }

    private ImportPages everything(String partition, int pageSize) {
        directory.usePreferred();
        return new LdapImport(content, delta.position(partition), partition, pageSize);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        LdapObjectType type = lookup.type(objectType);
        try {
            Entry entry = lookup.find(type, anchor, dn);
            return entry == null ? Optional.empty() : whole(type, entry);
        } catch (LDAPException failure) {
            throw unreadable("'" + (anchor == null ? dn : anchor) + "'", failure);
        }
    }

    private static Optional<ImportedChange.Whole> whole(LdapObjectType type, Entry entry) {
        return switch (EntryReader.ofDirectory(type).read(entry, entry.getDN())) {
            case EntryReader.Outcome.Read(ImportedChange.Whole object) -> Optional.of(object);
            case EntryReader.Outcome.NotWanted() -> Optional.empty();
            case EntryReader.Outcome.Unreadable(DiscoveryError error) ->
                    throw new ConnectorException(ConnectorException.Code.INVALID_SETTING, error.message());
        };
    }

    private static ConnectorException unreadable(String what, LDAPException failure) {
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Cannot read " + what + " (" + ServerWords.of(failure) + ")", failure);
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        return export.export(operations);
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(directory.takeovers());
        blindness().ifPresent(remarks::add);
        if (!directory.referrals().isEmpty()) {
            remarks.add(notFollowed(directory.referrals()));
        }
        return remarks;
    }

    private Optional<String> blindness() {
        return read == null || read.isFull() ? Optional.empty() : delta.blindness(read.lastFull());
    }

    private static String notFollowed(Set<String> referrals) {
        List<String> named = referrals.stream().limit(REFERRALS_NAMED).toList();
        return "What other servers hold was not read, since referrals are not followed: " + String.join(", ", named)
                + (referrals.size() > named.size() ? " and " + (referrals.size() - named.size()) + " more" : "")
                + ". Make a connector for each that matters.";
    }

    @Override
    public void close() {
        lanes.close();
        directory.close();
    }
}
