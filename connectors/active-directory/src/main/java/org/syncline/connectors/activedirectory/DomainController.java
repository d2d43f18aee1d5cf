package org.syncline.connectors.activedirectory;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.List;
import java.util.Optional;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.spi.ConnectorException;

/** A domain controller: gives long values whole, says in plain words why it refuses, and takes values that are already so. */
final class DomainController implements Directory {
    private static final Control PERMISSIVE_MODIFY = new Control("1.2.840.113556.1.4.1413", false);

    private final Directory server;
    private final ValueRanges ranges;

    DomainController(Directory server) {
        this.server = server;
        this.ranges = new ValueRanges(server);
    }

    static DomainController connect(List<ServerAddress> controllers) {
        try {
            return new DomainController(ReplicatedDirectory.connect(controllers));
        } catch (ConnectorException refusal) {
            throw Refusals.explained(refusal);
        }
    }

    @Override
    public void mend() {
        server.mend();
    }

    @Override
    public Optional<String> server() {
        return server.server();
    }

    @Override
    public boolean use(String other) {
        return server.use(other);
    }

    @Override
    public void usePreferred() {
        server.usePreferred();
    }

    @Override
    public List<String> takeovers() {
        return server.takeovers();
    }

    @Override
    public EntryPages pages(SearchRequest request, int pageSize) throws LDAPException {
        EntryPages pages = server.pages(request, pageSize);
        return new EntryPages() {
            @Override
            public List<SearchResultEntry> next() throws LDAPException {
                List<SearchResultEntry> page = pages.next();
                return page == null ? null : ranges.complete(page);
            }

            @Override
            public void close() {
                pages.close();
            }
        };
    }

    @Override
    public List<SearchResultEntry> search(SearchRequest request) throws LDAPException {
        return ranges.complete(server.search(request));
    }

    @Override
    public SearchResult listen(SearchRequest request) throws LDAPException {
        return server.listen(request);
    }

    @Override
    public LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException {
        try {
            return server
                    .write(request instanceof ModifyRequest modify && server.understands(PERMISSIVE_MODIFY.getOID())
                            ? permissive(modify)
                            : request);
        } catch (LDAPException refusal) {
            throw Refusals.explained(refusal);
        }
    }

    private static ModifyRequest permissive(ModifyRequest modify) {
        ModifyRequest permissive = modify.duplicate();
        permissive.addControl(PERMISSIVE_MODIFY);
        return permissive;
    }

    @Override
    public void makeDurable() {
        server.makeDurable();
    }

    @Override
    public boolean understands(String control) {
        return server.understands(control);
    }

    @Override
    public List<String> announces(String attribute) {
        return server.announces(attribute);
    }

    @Override
    public int parallelWrites() {
        return server.parallelWrites();
    }

    @Override
    public void close() {
        server.close();
    }
}
