package org.syncline.connectors.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;

/**
 * Several servers that replicate one directory, of which one at a time is used: everything read and everything written goes to it.
 * When it does not answer any more, the first that does takes its place, but only where {@link #mend} is called: never between two
 * writes that may depend on each other, nor between two pages of an import.
 */
public final class ReplicatedDirectory implements Directory {
    private final List<ServerAddress> servers;
    private final ServerInUse inUse;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final List<String> takeovers = new CopyOnWriteArrayList<>();
    private volatile Used used;

    /** The one of the servers that is used. */
    private record Used(ServerAddress address, DirectoryServer server) {}

    private ReplicatedDirectory(List<ServerAddress> servers) {
        this.servers = List.copyOf(servers);
        this.inUse = ServerInUse.of(servers.stream().map(ServerAddress::title).toList());
    }

    /** Connects to the server this process used last, at first to the first of the list, or else to the first that answers. */
    public static Directory connect(List<ServerAddress> servers) {
        if (servers.size() == 1) {
            return DirectoryServer.connect(servers.getFirst());
        }
        ReplicatedDirectory directory = new ReplicatedDirectory(servers);
        directory.connect();
        return directory;
    }

    /** Wrong credentials are not tried on one server after the other: that would lock the account. */
    private void connect() {
        List<ConnectorException> failures = new ArrayList<>();
        for (ServerAddress server : beginningWith(inUse.title())) {
            try {
                goOnWith(server, failures.isEmpty() ? null : failures.getFirst().getMessage());
                return;
            } catch (ConnectorException failure) {
                if (failure.code() != ConnectorException.Code.NO_START_CONNECTION) {
                    throw failure;
                }
                failures.add(failure);
            }
        }
        throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                "None of the servers can be used. "
                        + failures.stream().map(Throwable::getMessage).collect(Collectors.joining(". ")),
                failures.getFirst());
    }

    private Iterable<ServerAddress> beginningWith(String title) {
        return () -> Stream.concat(named(title), servers.stream().filter(server -> !server.title().equals(title)))
                .iterator();
    }

    private Stream<ServerAddress> named(String title) {
        return servers.stream().filter(server -> server.title().equals(title));
    }

    /** @param why another than before is used; null if that is as it was meant */
    private void goOnWith(ServerAddress address, String why) {
        Used before = used;
        used = new Used(address, connect(address));
        if (why != null) {
            takeovers.add(takeover(address, why));
        }
        inUse.is(address.title());
        if (before != null) {
            before.server().close();
        }
    }

    private DirectoryServer connect(ServerAddress address) {
        try {
            DirectoryServer server = DirectoryServer.connect(address);
            silent.remove(address.title());
            return server;
        } catch (ConnectorException failure) {
            silent.add(address.title());
            throw failure;
        }
    }

    private String takeover(ServerAddress address, String why) {
        String lag = inUse.isAhead()
                ? ". What was sent to that one lately may not have been replicated yet: it is confirmed later, or sent"
                        + " again."
                : ".";
        return address.title() + " was used in the place of " + inUse.title() + ". " + why + lag;
    }

    @Override
    public void mend() {
        Optional<LDAPException> failure = used.server().failure();
        if (failure.isEmpty()) {
            used.server().mend();
        } else {
            takeOver(failure.get());
        }
    }

    /** If no other answers either, what is done next fails, and says so of each object. */
    private void takeOver(LDAPException failure) {
        String failed = used.address().title();
        silent.add(failed);
        String why = failed + " no longer answers (" + ServerWords.of(failure) + ")";
        servers.stream().filter(server -> !server.title().equals(failed)).anyMatch(server -> goesOnWith(server, why));
    }

    private boolean goesOnWith(ServerAddress server, String why) {
        try {
            goOnWith(server, why);
            return true;
        } catch (ConnectorException unusable) {
            return false;
        }
    }

    @Override
    public Optional<String> server() {
        return Optional.of(used.address().title());
    }

    /** Who did not answer a moment ago is not waited for once more. */
    @Override
    public boolean use(String server) {
        return used.address().title().equals(server)
                || !silent.contains(server) && named(server).anyMatch(address -> goesOnWith(address, null));
    }

    /** As long as it may lack what was sent to the one in use, nothing goes back to the first. */
    @Override
    public void usePreferred() {
        if (!inUse.isAhead()) {
            servers.stream()
                    .takeWhile(server -> !server.equals(used.address()))
                    .anyMatch(server -> goesOnWith(server, null));
        }
    }

    @Override
    public List<String> takeovers() {
        return List.copyOf(takeovers);
    }

    @Override
    public EntryPages pages(SearchRequest request, int pageSize) throws LDAPException {
        return used.server().pages(request, pageSize);
    }

    @Override
    public List<SearchResultEntry> search(SearchRequest request) throws LDAPException {
        return used.server().search(request);
    }

    @Override
    public SearchResult listen(SearchRequest request) throws LDAPException {
        return used.server().listen(request);
    }

    @Override
    public LDAPResult write(ReadOnlyLDAPRequest request) throws LDAPException {
        inUse.wasWritten();
        return used.server().write(request);
    }

    @Override
    public void makeDurable() {
        used.server().makeDurable();
    }

    @Override
    public boolean understands(String control) {
        return used.server().understands(control);
    }

    @Override
    public List<String> announces(String attribute) {
        return used.server().announces(attribute);
    }

    @Override
    public Set<String> referrals() {
        return used.server().referrals();
    }

    @Override
    public int parallelWrites() {
        return used.server().parallelWrites();
    }

    @Override
    public void close() {
        used.server().close();
    }
}
