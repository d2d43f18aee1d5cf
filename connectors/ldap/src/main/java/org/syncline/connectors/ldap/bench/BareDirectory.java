package org.syncline.connectors.ldap.bench;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.syncline.schema.identity.DistinguishedName;

/** A directory reached through the library alone. */
public final class BareDirectory implements AutoCloseable {
    private static final int PAGE = 500;
    /** The library's directory searches everything again for each page. */
    private static final int ALL_AT_ONCE = 0;
    private static final String ANY = "(objectClass=*)";
    private static final String OPERATIONS = "cn=Operations,cn=Monitor";
    private static final String OPERATIONS_BEGUN = "monitorOpInitiated";
    private static final String NO_ATTRIBUTES = "1.1";

    private final LDAPInterface directory;
    private final int connections;
    private final int pageSize;
    private final Runnable close;

    private BareDirectory(LDAPInterface directory, int connections, int pageSize,
            Runnable close) {
        this.directory = directory;
        this.connections = connections;
        this.pageSize = pageSize;
        this.close = close;
    }

    /** The library's directory in memory, empty but for its base. */
    public static BareDirectory inMemory(String base) {
        try {
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(new InMemoryDirectoryServerConfig(base));
            server.add(new Entry(base, new Attribute("objectClass", "organizationalUnit")));
            return new BareDirectory(server, 1, ALL_AT_ONCE, () -> {});
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /**
     * A server.
     *
     * @param url such as {@code ldap://localhost:389}
     * @param connections how many write at once
     */
    public static BareDirectory server(String url, String bindDn, String password, int connections) {
        try {
            LDAPURL address = new LDAPURL(url);
            LDAPConnectionOptions options = new LDAPConnectionOptions();
            options.setUseSynchronousMode(true);
            LDAPConnectionPool pool = new LDAPConnectionPool(
                    new SingleServerSet(address.getHost(), address.getPort(), options),
                    new SimpleBindRequest(bindDn, password), connections, connections);
            return new BareDirectory(pool, connections, PAGE, pool::close);
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /** Adds entries, over all connections at once; returns when all are added. */
    public void add(Iterator<BareEntry> entries) {
        inParallel(() -> {
            for (BareEntry entry = next(entries); entry != null; entry = next(entries)) {
                directory.add(entry(entry));
            }
            return null;
        });
    }

    /** Reads these attributes of all entries below a DN page by page, and returns how many entries there are. */
    public long read(String base, String... attributes) {
        try {
            return readPages(base, entry -> {}, attributes);
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /** The DNs of the first entries below a DN. */
    public List<String> names(String base, int most) {
        try {
            SearchRequest request = new SearchRequest(base, SearchScope.ONE, ANY, NO_ATTRIBUTES);
            request.setControls(new SimplePagedResultsControl(most));
            return directory.search(request).getSearchEntries().stream().map(Entry::getDN).toList();
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /** Reads these attributes of one entry, and returns how many values they have. */
    public long readOne(String dn, String... attributes) {
        try {
            return directory.getEntry(dn, attributes).getAttributes().stream().mapToLong(Attribute::size).sum();
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /** Gives entries another value, over all connections at once; returns when all have it. */
    public void replace(Iterator<String> entries, String attribute, String value) {
        Modification modification = new Modification(ModificationType.REPLACE, attribute, value);
        inParallel(() -> {
            for (String dn = next(entries); dn != null; dn = next(entries)) {
                directory.modify(dn, modification);
            }
            return null;
        });
    }

    /** Takes one value from an entry. */
    public void removeValue(String dn, String attribute, String value) {
        try {
            directory.modify(dn, new Modification(ModificationType.DELETE, attribute, value));
        } catch (LDAPException failure) {
            throw failed(failure);
        }
    }

    /**
     * How many operations the server has begun since it was started, but for the ends of connections, of which it hears whenever it
     * gets round to it; null if it does not tell, as OpenLDAP's database monitor does.
     */
    public Long operations() {
        try {
            return directory.search(OPERATIONS, SearchScope.ONE, "(!(cn=Unbind))", OPERATIONS_BEGUN).getSearchEntries()
                    .stream()
                    .map(kind -> kind.getAttributeValueAsLong(OPERATIONS_BEGUN))
                    .reduce(Long::sum)
                    .orElse(null);
        } catch (LDAPException untold) {
            return null;
        }
    }

    /** Deletes everything below a DN and the entry itself, if there is one. */
    public void deleteTree(String base) {
        try {
            Deque<String> names = new ArrayDeque<>();
            readPages(base, entry -> names.push(entry.getDN()), NO_ATTRIBUTES);
            deleteLeaves(names, base);
        } catch (LDAPException failure) {
            if (failure.getResultCode() != ResultCode.NO_SUCH_OBJECT) {
                throw failed(failure);
            }
        }
    }

    /** Containers come before what they contain, so that the reverse deletes the deepest first; the last ones alone, one by one. */
    private void deleteLeaves(Deque<String> names, String base) throws LDAPException {
        List<String> containers = names.stream()
                .filter(name -> DistinguishedName.depth(name) <= DistinguishedName.depth(base) + 1).toList();
        names.removeAll(Set.copyOf(containers));
        Iterator<String> leaves = names.iterator();
        inParallel(() -> {
            for (String name = next(leaves); name != null; name = next(leaves)) {
                directory.delete(name);
            }
            return null;
        });
        for (String container : containers) {
            directory.delete(container);
        }
    }

    /** A server knows its pages by the connection they were asked for on. */
    private long readPages(String base, Consumer<SearchResultEntry> entries, String... attributes)
            throws LDAPException {
        if (!(directory instanceof LDAPConnectionPool pool)) {
            return readPages(directory, base, entries, attributes);
        }
        LDAPConnection connection = pool.getConnection();
        try {
            return readPages(connection, base, entries, attributes);
        } finally {
            pool.releaseConnection(connection);
        }
    }

    private long readPages(LDAPInterface directory, String base, Consumer<SearchResultEntry> entries,
            String... attributes)
            throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, ANY, attributes);
        long count = 0;
        ASN1OctetString cookie = null;
        do {
            if (pageSize != ALL_AT_ONCE) {
                request.setControls(new SimplePagedResultsControl(pageSize, cookie));
            }
            SearchResult result = directory.search(request);
            result.getSearchEntries().forEach(entries);
            count += result.getEntryCount();
            SimplePagedResultsControl answer = SimplePagedResultsControl.get(result);
            cookie = answer == null ? null : answer.getCookie();
        } while (cookie != null && cookie.getValueLength() > 0);
        return count;
    }

    private void inParallel(Callable<Void> work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < connections; thread++) {
                running.add(threads.submit(work));
            }
            for (Future<Void> future : running) {
                future.get();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interruption);
        } catch (ExecutionException failure) {
            throw failed(failure.getCause());
        }
    }

    private static <T> T next(Iterator<T> iterator) {
        synchronized (iterator) {
            return iterator.hasNext() ? iterator.next() : null;
        }
    }

    private static Entry entry(BareEntry entry) {
        Entry built = new Entry(entry.dn());
        entry.attributes().forEach((name, values) -> built.addAttribute(new Attribute(name, values)));
        return built;
    }

    private static IllegalStateException failed(Throwable failure) {
        return new IllegalStateException("The directory refused: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        close.run();
    }
}
