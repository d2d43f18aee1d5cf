package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.ldap.LdapConnector;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.Value;

/** Samba gives all values at once; Active Directory does not. */
class ValueRangesTest {
    private static final String BASE = "dc=example,dc=test";
    private static final int AT_ONCE = 1_500;

    private InMemoryDirectoryServer server;
    private List<String> members;

    /** Gives members as Active Directory does. */
    private final class Ranges extends InMemoryOperationInterceptor {
        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry answer) {
            Entry entry = answer.getSearchEntry().duplicate();
            for (String asked : answer.getRequest().getAttributeList()) {
                if (asked.equals("member") && members.size() > AT_ONCE) {
                    entry.setAttribute("member", List.of());
                    give(entry, 0);
                } else if (asked.matches("member;range=\\d+-\\*")) {
                    give(entry, Integer.parseInt(asked.replaceAll("\\D", "")));
                }
            }
            answer.setSearchEntry(entry);
        }

        private void give(Entry entry, int from) {
            int end = Math.min(from + AT_ONCE, members.size());
            String last = end == members.size() ? "*" : String.valueOf(end - 1);
            entry.addAttribute("member;range=" + from + "-" + last, members.subList(from, end));
        }
    }

    @BeforeEach
    void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new Ranges());
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.startListening();
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_500, 1_501, 3_000, 4_000})
    void readsEveryMember(int count) throws Exception {
        members = IntStream.range(0, count).mapToObj(number -> "cn=p" + number + "," + BASE).toList();
        Entry group = new Entry("cn=staff," + BASE);
        group.addAttribute("objectClass", "group");
        group.addAttribute("objectGUID", new byte[16]);
        group.addAttribute("member", members);
        server.add(group);
        try (Connector connector = connect()) {
            Accounts imported = Accounts.read(connector);
            List<Value> read = imported.named(group.getDN()).attributes().get("member").asList();
            assertEquals(count, read.size());
            assertEquals(Set.copyOf(members), new HashSet<>(read.stream().map(Value::text).toList()));
        }
    }

    private Connector connect() {
        ConnectorSettings settings = new ConnectorSettings("ad", Path.of("."),
                Map.of("server", "ldap://127.0.0.1:" + server.getListenPort()), Map.of(), List.of());
        return LdapConnector.open(
                new DomainController(ReplicatedDirectory.connect(LdapSettings.addresses(settings))),
                new LdapScope(BASE, Partitions.NONE), List.of(new LdapObjectType(Accounts.GROUP)), false,
                ActiveDirectoryDelta.NONE);
    }
}
