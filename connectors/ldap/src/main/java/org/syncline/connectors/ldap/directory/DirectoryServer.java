package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A directory server, over a pool of connections that grows as it is used. A connection that failed is not used again; a search is
 * then tried once more, a write never by itself.
 */
public final class DirectoryServer implements Directory {
    private static final LDAPConnectionPoolHealthCheck IS_ALIVE = isAlive();

    private final LDAPConnectionPool pool;
    private final int connections;
    private final RootDSE root;
    private final Set<String> referrals = new ConcurrentSkipListSet<>();

    private DirectoryServer(LDAPConnectionPool pool, int connections, RootDSE root) {
        this.pool = pool;
        this.connections = connections;
        this.root = root;
    }

    /** Connects and binds once, so that wrong settings show at once. */
    public static DirectoryServer connect(ServerAddress server) {
        try {
            return over(pool(server), server.connections());
        } catch (LDAPException failure) {
            throw StartErrors.of(failure, server);
        }
    }

    private static DirectoryServer over(LDAPConnectionPool pool, int connections) throws LDAPException {
        try {
            return new DirectoryServer(pool, connections, pool.getRootDSE());
        } catch (LDAPException failure) {
            pool.close();
            throw failure;
        }
    }

    private static LDAPConnectionPool pool(ServerAddress server) throws LDAPException {
        SSLContext tls = tls(server);
        SingleServerSet servers =
                new SingleServerSet(server.host(), server.port(), sockets(server, tls), options(server));
        LDAPConnectionPool pool = new LDAPConnectionPool(servers, Authentication.bind(server.credentials()), 1,
                server.connections(), startTls(server, tls));
        pool.setRetryFailedOperationsDueToInvalidConnections(EnumSet.of(OperationType.SEARCH));
        return pool;
    }

    /** A connection besides those of a pool, over which several requests can be outstanding. */
    static LDAPConnection connectAlone(ServerAddress server) throws LDAPException {
        LDAPConnectionOptions options = options(server);
        options.setUseSynchronousMode(false);
        SSLContext tls = tls(server);
        return new SingleServerSet(server.host(), server.port(), sockets(server, tls), options,
                Authentication.bind(server.credentials()), startTls(server, tls)).getConnection();
    }

    /** Null for none. */
    private static SSLContext tls(ServerAddress server) {
        return server.encryption() == ServerAddress.Encryption.NONE ? null : Authentication.tls(server);
    }

    private static SocketFactory sockets(ServerAddress server, SSLContext tls) {
        return server.encryption() == ServerAddress.Encryption.TLS
                ? tls.getSocketFactory()
                : SocketFactory.getDefault();
    }

    /** Null for none. */
    private static PostConnectProcessor startTls(ServerAddress server, SSLContext tls) {
        return server.encryption() == ServerAddress.Encryption.START_TLS
                ? new StartTLSPostConnectProcessor(tls)
                : null;
    }

    /** Asks for the root DSE, which anybody may see, where {@link #mend} asks and after a failure. */
    private static LDAPConnectionPoolHealthCheck isAlive() {
        return new GetEntryLDAPConnectionPoolHealthCheck("", 0, false, false, false, true, true);
    }

    private static LDAPConnectionOptions options(ServerAddress server) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(server.connectTimeout().toMillis()));
        options.setResponseTimeoutMillis(server.responseTimeout().toMillis());
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(false);
        options.setSSLSocketVerifier(server.trust().hosts());
        return options;
    }

    @Override
    public void mend() {
        pool.invokeHealthCheck(IS_ALIVE, false);
    }

    /** Why it does not answer; empty if it does. */
    Optional<LDAPException> failure() {
        try {
            pool.getRootDSE();
            return Optional.empty();
        } catch (LDAPException failure) {
            return Optional.of(failure);
        }
    }

    @Override
    public EntryPages pages(SearchRequest request, int pageSize) throws LDAPException {
        return new PagedSearch(pool, request, pageSize, this::entries);
    }

    @Override
    public List<SearchResultEntry> search(SearchRequest request) throws LDAPException {
        return entries(pool.search(request));
    }

    private List<SearchResultEntry> entries(SearchResult result) {
        result.getSearchReferences().forEach(reference -> referrals.addAll(List.of(reference.getReferralURLs())));
        return result.getSearchEntries();
    }

    @Override
    public SearchResult listen(SearchRequest request) throws LDAPException {
        return pool.search(request);
    }

    @Override
    public LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException {
        return Directory.send(pool, request);
    }

    /** A server answers when it has kept what it was told. */
    @Override
    public void makeDurable() {}

    @Override
    public boolean understands(String control) {
        return root != null && root.supportsControl(control);
    }

    @Override
    public List<String> announces(String attribute) {
        String[] values = root == null ? null : root.getAttributeValues(attribute);
        return values == null ? List.of() : List.of(values);
    }

    @Override
    public Set<String> referrals() {
        return referrals;
    }

    @Override
    public int parallelWrites() {
        return connections;
    }

    @Override
    public void close() {
        pool.close();
    }
}
