package org.syncline.connectors.activedirectory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.experimental.ActiveDirectoryDirSyncControl;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.LdapConnector;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.Partitions;

/**
 * Does what Samba does not: it is one of several domain controllers, each with numbers of its own, and gives what changed on several
 * pages. Nothing replicates by itself.
 */
final class ImitatedController implements AutoCloseable {
    static final String DOMAIN = "dc=example,dc=test";
    private static final AtomicLong CHANGES = new AtomicLong();
    private static final AtomicInteger CONTROLLERS = new AtomicInteger();
    private static final String SERVICE = "cn=NTDS Settings," + DOMAIN;
    private static final String PERMISSIVE = "1.2.840.113556.1.4.1413";
    private static final Filter NOTHING = Filter.createNOTFilter(Filter.createPresenceFilter("objectClass"));

    private final List<Told> told = new ArrayList<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final InMemoryDirectoryServer server;
    private final int port;
    private final List<Boolean> modifications = new CopyOnWriteArrayList<>();
    private boolean permissive;
    private long highest = 10_000;
    private int atOnce = 1_000;
    private final AtomicInteger answersLeft = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger addsLeft = new AtomicInteger(Integer.MAX_VALUE);

    /** A change as directory synchronization tells it; its number is the same wherever it is replicated. */
    record Told(long number, Entry entry) {}

    ImitatedController() {
        try {
            port = freePort();
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(DOMAIN);
            config.setSchema(null);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getByName("127.0.0.1"), port, null));
            config.addAdditionalBindCredentials("cn=sync", "secret-word");
            config.addInMemoryOperationInterceptor(new Ways());
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + DOMAIN, "objectClass: domainDNS", "dc: example");
            server.add("dn: cn=Deleted Objects," + DOMAIN, "objectClass: container");
            server.add(new Entry("dn: " + SERVICE, "objectClass: nTDSDSA",
                    "invocationId: invocation" + (100_000 + CONTROLLERS.incrementAndGet())));
            server.startListening();
        } catch (IOException | LDAPException | LDIFException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Answers as a domain controller would. */
    private final class Ways extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest bind) {
            binds.incrementAndGet();
        }

        @Override
        public void processAddRequest(InMemoryInterceptedAddRequest add) {
            if (addsLeft.getAndDecrement() == 0) {
                die();
            }
            Entry entry = add.getRequest().toEntry();
            entry.setAttribute("objectCategory", "person");
            entry.setAttribute("objectGUID", guid(entry.getAttributeValue("cn")));
            add.setRequest(new AddRequest(entry));
        }

        /** With the control, what is so already is left out (MS-ADTS 3.1.1.3.4.1.8). */
        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest modify) throws LDAPException {
            ModifyRequest request = modify.getRequest().duplicate();
            modifications.add(request.hasControl(PERMISSIVE));
            if (request.hasControl(PERMISSIVE)) {
                Entry entry = server.getEntry(request.getDN());
                request.setModifications(request.getModifications().stream()
                        .map(modification -> remaining(modification, entry))
                        .filter(Modification::hasValue)
                        .toList());
            }
            request.clearControls();
            modify.setRequest(request);
        }

        private static Modification remaining(Modification modification, Entry entry) {
            String name = modification.getAttributeName();
            boolean isAddition = modification.getModificationType().equals(ModificationType.ADD);
            return new Modification(modification.getModificationType(), name, Stream.of(modification.getValues())
                    .filter(value -> isAddition != entry.hasAttributeValue(name, value))
                    .toArray(String[]::new));
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest search) throws LDAPException {
            SearchRequest request = search.getRequest().duplicate();
            ActiveDirectoryDirSyncControl asked =
                    (ActiveDirectoryDirSyncControl) request.getControl(ActiveDirectoryDirSyncControl.DIRSYNC_OID);
            SimplePagedResultsControl pages = (SimplePagedResultsControl) request
                    .getControl(SimplePagedResultsControl.PAGED_RESULTS_OID);
            request.clearControls();
            if (pages != null) {
                request.addControl(pages);
            }
            if (asked != null) {
                if (answersLeft.getAndDecrement() == 0) {
                    die();
                }
                search.setProperty("answer", answer(search, asked.getCookie()));
                request.setFilter(NOTHING);
            }
            search.setRequest(request);
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry answer) {
            if (answer.getSearchEntry().getDN().isEmpty()) {
                Entry root = answer.getSearchEntry().duplicate();
                if (!permissive) {
                    root.removeAttributeValue("supportedControl", PERMISSIVE);
                }
                root.setAttribute("namingContexts", DOMAIN);
                root.setAttribute("dsServiceName", SERVICE);
                root.setAttribute("highestCommittedUSN", String.valueOf(highest));
                answer.setSearchEntry(root);
            }
        }

        @Override
        public void processSearchResult(InMemoryInterceptedSearchResult result) {
            if (result.getProperty("answer") instanceof ActiveDirectoryDirSyncControl control) {
                LDAPResult plain = result.getResult();
                result.setResult(new LDAPResult(plain.getMessageID(), plain.getResultCode(), null, null,
                        (String[]) null, Stream.of(control).toArray(ActiveDirectoryDirSyncControl[]::new)));
            }
        }
    }

    private ActiveDirectoryDirSyncControl answer(InMemoryInterceptedSearchRequest search, ASN1OctetString cookie)
            throws LDAPException {
        long since = cookie == null || cookie.getValueLength() == 0 ? 0 : number(cookie);
        boolean isSilent = search.getRequest().getFilter().equals(NOTHING);
        List<Told> news = told.stream().filter(change -> change.number() > since).toList();
        List<Told> page = isSilent ? news : news.subList(0, Math.min(atOnce, news.size()));
        for (Told change : isSilent ? List.<Told>of() : page) {
            search.sendSearchEntry(change.entry());
        }
        long end = page.isEmpty() ? since : page.getLast().number();
        return new ActiveDirectoryDirSyncControl(true, page.size() < news.size() ? 1 : 0, 0,
                new ASN1OctetString("cookie" + end));
    }

    private static long number(ASN1OctetString cookie) throws LDAPException {
        String text = new String(cookie.getValue(), StandardCharsets.UTF_8);
        if (!text.matches("cookie\\d+")) {
            throw new LDAPException(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "00000057: no such cookie");
        }
        return Long.parseLong(text.substring("cookie".length()));
    }

    /** From now on directory synchronization tells no more at once. */
    void tellsAtOnce(int entries) {
        atOnce = entries;
    }

    /** From now on it announces that it takes what is so already. */
    void isPermissive() {
        permissive = true;
    }

    /** Of each modification that was sent, whether what is so already was to be left out. */
    List<Boolean> modifications() {
        return modifications;
    }

    int binds() {
        return binds.get();
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    static byte[] guid(String name) {
        return "%16.16s".formatted(name).getBytes(StandardCharsets.US_ASCII);
    }

    static Entry user(String name, String description) {
        Entry entry = new Entry("CN=" + name + "," + DOMAIN);
        entry.addAttribute("objectClass", "user");
        entry.addAttribute("objectCategory", "person");
        entry.addAttribute("objectGUID", guid(name));
        entry.addAttribute("name", name);
        entry.addAttribute("description", description);
        return entry;
    }

    /** What has been changed by somebody, on some of the domain controllers. */
    static void put(Entry entry, ImitatedController... controllers) {
        Told change = new Told(CHANGES.incrementAndGet(), entry);
        for (ImitatedController controller : controllers) {
            controller.put(entry);
            controller.told.add(change);
        }
    }

    /** An entry as it is now; nobody is told. */
    void put(Entry entry) {
        highest++;
        Entry numbered = entry.duplicate();
        numbered.setAttribute("uSNChanged", String.valueOf(highest));
        numbered.setAttribute("distinguishedName", entry.getDN());
        attempt(() -> {
            if (server.getEntry(entry.getDN()) != null) {
                server.delete(entry.getDN());
            }
            server.add(numbered);
        });
    }

    /** What directory synchronization tells of a change. */
    void tell(Entry entry) {
        told.add(new Told(CHANGES.incrementAndGet(), entry));
    }

    Entry entry(String dn) {
        try {
            return server.getEntry(dn);
        } catch (LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void die() {
        server.shutDown(true);
    }

    /** As soon as it has made some more entries. */
    void diesAfter(int adds) {
        addsLeft.set(adds);
    }

    /** As soon as directory synchronization was answered some more times. */
    void diesAfterAnswers(int answers) {
        answersLeft.set(answers);
    }

    void comeBack() {
        attempt(server::startListening);
    }

    /** What may fail. */
    private interface Attempt {
        void run() throws LDAPException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (LDAPException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A way to controllers, the preferred one first. */
    static DomainController connect(String... servers) {
        ConnectorSettings settings = new ConnectorSettings("ad", Path.of("."),
                Map.of("server", String.join(" ", servers), "bind-dn", "cn=sync"), Map.of("password", "secret-word"),
                List.of());
        return new DomainController(ReplicatedDirectory.connect(LdapSettings.addresses(settings)));
    }

    /** A connector over such a way. */
    static LdapConnector open(DomainController way, ActiveDirectoryDelta delta, ObjectTypeSettings... types) {
        return LdapConnector.open(way, new LdapScope(DOMAIN, Partitions.NONE),
                Stream.of(types).map(ActiveDirectoryTypes::of).toList(), false, delta);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
