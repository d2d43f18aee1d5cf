package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.List;
import org.syncline.connectors.spi.ConnectorException;

/** A connection of its own over which a server answers searches on and on, for as long as it stands. */
public final class OngoingSearches implements AutoCloseable {
    private static final long NEVER = 0;

    private final LDAPConnection connection;
    private final ServerAddress server;

    private OngoingSearches(LDAPConnection connection, ServerAddress server) {
        this.connection = connection;
        this.server = server;
    }

    /** @throws ConnectorException if the server cannot be reached or refuses the credentials */
    private static OngoingSearches connect(ServerAddress server) {
        try {
            return new OngoingSearches(DirectoryServer.connectAlone(server), server);
        } catch (LDAPException failure) {
            throw StartErrors.of(failure, server);
        }
    }

    /**
     * To the server that a directory uses.
     *
     * @param servers of the directory
     */
    public static OngoingSearches beside(Directory directory, List<ServerAddress> servers) {
        return connect(servers.stream()
                .filter(server -> directory.server().filter(server.title()::equals).isPresent())
                .findFirst()
                .orElse(servers.getFirst()));
    }

    public ServerAddress server() {
        return server;
    }

    /** Begins a search whose answers, and whose end, go to its {@link com.unboundid.ldap.sdk.AsyncSearchResultListener}. */
    public void begin(SearchRequest search) throws LDAPException {
        search.setResponseTimeoutMillis(NEVER);
        connection.asyncSearch(search);
    }

    /** Returns when the server has answered: it has read what was sent before, and the connection stands. */
    public void demandAnswer() throws LDAPException {
        connection.getEntry("", "1.1");
    }

    @Override
    public void close() {
        connection.close();
    }
}
