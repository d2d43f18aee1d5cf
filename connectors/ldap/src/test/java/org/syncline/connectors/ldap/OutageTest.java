package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** A server that is killed, and started again, in the midst of what a connector does. */
@Tag("slapd")
class OutageTest {
    private OpenLdapServer server;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start(OpenLdapFeature.ACCESS_LOG);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Connector open() {
        return new LdapConnectorFactory().open(Servers.settings(server,
                Map.of("delta", "accesslog", "connections", "8"), People.PERSON, People.GROUP, People.CONTAINER));
    }

    private static List<ExportOperation> adds(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> (ExportOperation) People.add(People.person("p" + i))).toList();
    }

    private static void assertAllAccepted(List<ExportResult> results) {
        assertEquals(List.of(), People.rejected(results).toList());
    }

    @Test
    void aServerThatWasRestartedBetweenTwoExportsCostsNothing() {
        try (Connector connector = open()) {
            assertAllAccepted(connector.export(adds(0, 100)));
            server.restart();
            assertAllAccepted(connector.export(adds(100, 200)));
            assertEquals(200, People.objects(connector).size());
        }
    }

    @Test
    void aServerThatWasRestartedBetweenTwoImportsCostsNothing() {
        try (Connector connector = open()) {
            assertAllAccepted(connector.export(adds(0, 20)));
            ImportedState state = ImportedState.of(connector);
            server.restart();
            assertAllAccepted(connector.export(adds(20, 30)));
            server.restart();
            state.readChanges();
            server.restart();
            assertTrue(connector.readOne("inetOrgPerson", null, People.dn("p29")).isPresent());
            assertEquals(ImportedState.of(connector).objects(), state.objects());
        }
    }

    @Test
    void anImportThatAnOutageBrokeOffBeginsAgain() {
        try (Connector connector = open()) {
            assertAllAccepted(connector.export(adds(0, 30)));
            try (ImportPages pages = connector.read(ImportRequest.full(5))) {
                pages.next();
                server.restart();
                ConnectorException broken = assertThrows(ConnectorException.class, pages::next);
                assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
            }
            assertEquals(30, People.objects(connector).size());
        }
    }

    @Test
    void whatWasNotAnsweredInAnOutageIsSentAgainAndIsThereOnce() throws Exception {
        try (Connector connector = open()) {
            Thread outage = Thread.ofVirtual().start(() -> {
                awaitSome();
                server.kill();
            });
            List<ExportOperation> all = adds(0, 5_000);
            List<ExportResult> results = connector.export(all);
            outage.join();
            List<Integer> open = IntStream.range(0, results.size())
                    .filter(at -> results.get(at) instanceof ExportResult.Rejected refusal && isRetryable(refusal))
                    .boxed().toList();
            assertTrue(!open.isEmpty() && open.size() < all.size(), () -> open.size() + " were not answered");
            server.restart();
            List<ExportResult> again = connector.export(open.stream().map(all::get).toList());
            assertTrue(People.rejected(again).allMatch(refusal -> refusal.code() == ExportResult.Code.ALREADY_EXISTS));
            assertEquals(5_000, People.objects(connector).size());
        }
    }

    private static boolean isRetryable(ExportResult.Rejected refusal) {
        assertTrue(refusal.code().isRetryable(), refusal::message);
        return true;
    }

    private void awaitSome() {
        try (Directory backDoor = Servers.connect(server)) {
            SearchRequest some = new SearchRequest("cn=p200,ou=people," + Servers.BASE,
                    SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
            while (isAbsent(backDoor, some)) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isAbsent(
            Directory directory, SearchRequest request) {
        try {
            return directory.search(request).isEmpty();
        } catch (LDAPException notYet) {
            return true;
        }
    }
}
