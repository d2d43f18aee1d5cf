package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Severity;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** What OpenLDAP offers to an account with few rights, and what it lets it do. */
class OpenLdapDiscoveryTest {
    private static final String PEOPLE = "ou=people,dc=example,dc=test";
    private static final String GROUPS = "ou=groups,dc=example,dc=test";
    private static final String ACCOUNT = "cn=sync,dc=example,dc=test";
    private static OpenLdapServer server;

    @BeforeAll
    static void start() throws LDAPException {
        server = OpenLdapServer.start(OpenLdapFeature.LEAST_RIGHTS);
        try (Directory directory = Servers.connect(server)) {
            directory.write(new AddRequest(ACCOUNT, new Attribute("objectClass", "person"),
                    new Attribute("cn", "sync"), new Attribute("sn", "sync"), new Attribute("userPassword", "sync")));
            directory.write(new AddRequest("cn=ann," + PEOPLE, new Attribute("objectClass", "inetOrgPerson"),
                    new Attribute("cn", "ann"), new Attribute("sn", "lee"), new Attribute("mail", "ann@example.test")));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Discovery discovery() {
        ConnectorSettings settings = Servers.settings(server, Map.of("bind-dn", ACCOUNT));
        return new LdapConnectorFactory().discover(new ConnectorSettings("directory", Path.of("."), settings.values(),
                Map.of("password", "sync"), List.of()));
    }

    private static List<ConnectionFinding> rights(IntendedExport... exports) {
        try (Discovery discovery = discovery()) {
            return discovery.rights(List.of(exports));
        }
    }

    private static IntendedExport people(Set<String> containers, String... attributes) {
        return new IntendedExport("inetOrgPerson", false, false, false, containers, Set.of(attributes));
    }

    private static String everything() throws LDAPException {
        try (Directory directory = Servers.connect(server)) {
            return directory.search(new SearchRequest(Servers.BASE, SearchScope.SUB,
                    Filter.createPresenceFilter("objectClass"), "*", "+")).stream()
                    .map(SearchResultEntry::toLDIFString).sorted().toList().toString();
        }
    }

    @Test
    void offersWhatItsSchemaFilesDefine() {
        try (Discovery discovery = discovery()) {
            OfferedType person = discovery.types().stream().filter(type -> type.name().equals("inetOrgPerson"))
                    .findFirst().orElseThrow();
            assertEquals(List.of("entryUUID"), person.anchors());
            assertTrue(person.additions().contains("posixAccount"));
            assertEquals("posixAccount", person.attribute("uidNumber").orElseThrow().addition());
            assertFalse(person.attribute("modifyTimestamp").orElseThrow().isWritable());
            assertEquals(new ObjectCount(1, true), discovery.count(person, 10));
            assertTrue(discovery.types().stream().noneMatch(type -> type.name().equals("top")));
        }
    }

    @Test
    void whatIsGrantedIsNoFinding() throws LDAPException {
        String before = everything();
        assertEquals(List.of(), rights(people(Set.of(PEOPLE), "cn", "sn", "description")));
        assertEquals(before, everything(), "something was written");
    }

    @Test
    void eachAttributeThatMayNotBeWrittenIsNamed() throws LDAPException {
        String before = everything();
        List<ConnectionFinding> findings =
                rights(people(Set.of(PEOPLE), "sn", "mail", "title", "manager", "jpegPhoto"));
        assertEquals(before, everything(), "something was written");
        assertTrue(findings.stream().allMatch(finding -> finding.severity() == Severity.ERROR), findings.toString());
        assertEquals(List.of("jpegPhoto", "mail", "manager", "title"),
                findings.stream().map(finding -> finding.where().attribute()).toList());
        assertEquals("The account may not write 'mail' of 'inetOrgPerson' (tried on 'cn=ann," + PEOPLE + "')",
                findings.get(1).what());
        assertTrue(findings.get(1).advice().contains("dn.subtree=\"" + PEOPLE + "\" attrs=mail"),
                findings.get(1).advice());
    }

    @Test
    void whoMayWriteEverythingIsNotComplainedOf() throws LDAPException {
        String before = everything();
        try (Discovery discovery = new LdapConnectorFactory().discover(Servers.settings(server, Map.of()))) {
            assertEquals(List.of(), discovery.rights(List.of(people(Set.of(PEOPLE), "cn", "mail", "manager",
                    "jpegPhoto", "telephoneNumber", "userPassword", "departmentNumber"))));
        }
        assertEquals(before, everything(), "something was written");
    }

    @Test
    void aContainerThatIsNotThereIsNamed() {
        List<ConnectionFinding> findings = rights(people(Set.of("ou=staff,dc=example,dc=test")));
        assertEquals(
                "The container 'ou=staff,dc=example,dc=test', into which rules put 'inetOrgPerson', does not exist",
                findings.getFirst().what());
    }

    @Test
    void whatCannotBeTestedWithoutWritingIsSaid() {
        List<ConnectionFinding> findings =
                rights(new IntendedExport("groupOfNames", true, false, true, Set.of(GROUPS), Set.of("member")));
        assertEquals(List.of(Severity.NOT_TESTED, Severity.NOT_TESTED),
                findings.stream().map(ConnectionFinding::severity).toList());
        assertEquals(
                "Whether the account may create, rename and delete 'groupOfNames' could not be tested without doing"
                        + " it",
                findings.getFirst().what());
        assertEquals("Whether the account may change 'groupOfNames' could not be tested: there is none yet",
                findings.getLast().what());
    }

    @Test
    void aLimitThatWouldBreakImportsOffIsNamed() throws LDAPException {
        try (OpenLdapServer small = OpenLdapServer.start(OpenLdapFeature.SIZE_LIMIT);
                Directory directory = Servers.connect(small)) {
            for (int number = 0; number < 6; number++) {
                directory.write(new AddRequest("cn=p" + number + "," + PEOPLE, new Attribute("objectClass", "person"),
                        new Attribute("cn", "p" + number), new Attribute("sn", "p")));
            }
            ConnectorSettings settings = Servers.settings(small, Map.of());
            Map<String, String> anonymous = new HashMap<>(settings.values());
            anonymous.remove("bind-dn");
            try (Discovery discovery = new LdapConnectorFactory().discover(
                    new ConnectorSettings("directory", Path.of("."), anonymous, Map.of(), List.of()))) {
                assertEquals(List.of(
                        "The server gives this account no more than 5 entries, so that a full import breaks off"),
                        discovery.rights(List.of()).stream().map(ConnectionFinding::what).toList());
            }
        }
    }

    @Test
    void aBaseThatIsNotThereIsNamed() {
        ConnectorSettings settings = Servers.settings(server, Map.of("base", "dc=elsewhere,dc=test"));
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> new LdapConnectorFactory().discover(settings));
        assertEquals("Setting 'base': 'dc=elsewhere,dc=test' does not exist in the directory, or the account that reads"
                + " may not see it", refusal.getMessage());
    }
}
