package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Filter;
import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.ldap.discovery.EntrySample;
import org.syncline.connectors.ldap.entry.Bases;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;

/** Looks at a domain. */
final class ActiveDirectoryDiscovery implements Discovery {
    private static final Filter SHOWN =
            Filter.createNOTFilter(Filter.createEqualityFilter("showInAdvancedViewOnly", "TRUE"));

    private final DirectoryContent content;
    private final ActiveDirectoryRights rights;
    private final ActiveDirectorySchema schema;
    private final EntrySample entries;

    private ActiveDirectoryDiscovery(DirectoryContent content, ActiveDirectoryRights rights) {
        this.content = content;
        this.rights = rights;
        this.schema = ActiveDirectorySchema.of(content.directory());
        this.entries = new EntrySample(content.directory(), content.scope());
    }

    /** The directory is closed with it. */
    static Discovery of(DirectoryContent content, ActiveDirectoryDelta delta, boolean createsContainers) {
        try {
            Bases.demand(content.scope(), content.directory());
            return new ActiveDirectoryDiscovery(content,
                    new ActiveDirectoryRights(content, delta, createsContainers));
        } catch (RuntimeException failure) {
            content.directory().close();
            throw failure;
        }
    }

    @Override
    public List<OfferedType> types() {
        return schema.types();
    }

    /** Of what the tools of Windows show, and not of what the system keeps for itself. */
    @Override
    public ObjectCount count(OfferedType type, int most) {
        List<Filter> filters = new ArrayList<>(List.of(ActiveDirectoryTypes.filter(type.name()), SHOWN));
        schema.derived(type.name()).forEach(name -> filters.add(
                Filter.createNOTFilter(ActiveDirectoryTypes.hasClass(name))));
        return entries.count(Filter.createANDFilter(filters), most);
    }

    @Override
    public TypeUsage usage(OfferedType type, int sample) {
        return entries.usage(ActiveDirectoryTypes.filter(type.name()), sample);
    }

    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        return rights.findings(exports);
    }

    @Override
    public void close() {
        content.directory().close();
    }
}
