package org.syncline.connectors.ldap.discovery;

import com.unboundid.ldap.sdk.Filter;
import java.util.List;
import java.util.function.Supplier;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.entry.Bases;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;

/** Looks at a directory by its subschema. */
public final class LdapDiscovery implements Discovery {
    private final Directory directory;
    private final OfferedClasses classes;
    private final EntrySample entries;
    private final LdapRights rights;
    private List<OfferedType> types;

    private LdapDiscovery(Directory directory, LdapScope scope, LdapRights rights) {
        this.directory = directory;
        this.classes = new OfferedClasses(Subschema.of(directory));
        this.entries = new EntrySample(directory, scope);
        this.rights = rights;
    }

    /**
     * Looks at a directory.
     *
     * @param directory is closed with it
     * @throws org.syncline.connectors.spi.ConnectorException if a base does not exist, or the subschema may not be read
     */
    public static LdapDiscovery ofServer(Directory directory, LdapScope scope, boolean createsContainers) {
        return of(directory, scope, () -> new LdapRights(directory, scope, createsContainers));
    }

    /** The same of one that keeps nobody from anything. */
    public static LdapDiscovery ofEmbedded(Directory directory, LdapScope scope) {
        return of(directory, scope, () -> null);
    }

    private static LdapDiscovery of(Directory directory, LdapScope scope, Supplier<LdapRights> rights) {
        try {
            Bases.demand(scope, directory);
            return new LdapDiscovery(directory, scope, rights.get());
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    @Override
    public List<OfferedType> types() {
        if (types == null) {
            types = classes.all();
        }
        return types;
    }

    @Override
    public ObjectCount count(OfferedType type, int most) {
        List<Filter> derived = classes.derived(type.name()).stream().map(name -> Filter.createNOTFilter(of(name)))
                .toList();
        Filter others = Filter.createANDFilter(derived);
        return entries.count(derived.isEmpty() ? of(type.name()) : Filter.createANDFilter(of(type.name()), others),
                most);
    }

    @Override
    public TypeUsage usage(OfferedType type, int sample) {
        return entries.usage(of(type.name()), sample);
    }

    private static Filter of(String objectClass) {
        return Filter.createEqualityFilter(LdapObjectType.OBJECT_CLASS, objectClass);
    }

    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        return rights == null ? List.of() : rights.findings(exports, types());
    }

    @Override
    public void close() {
        directory.close();
    }
}
