package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;

/** What only a real server shows. */
@Tag("slapd")
class OpenLdapTest {
    private OpenLdapServer server;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void hundredsOfOperationsInParallelAnswerInTheirOrderAndKeepWhatDependsInOrder() {
        try (Connector connector = open()) {
            List<ExportOperation> page = new ArrayList<>();
            page.add(People.add(People.container("staff")));
            for (int number = 0; number < 300; number++) {
                page.add(inStaff("p" + number, number == 0 ? null : "p" + number / 2));
            }
            page.add(People
                    .add(People.group("all", IntStream.range(0, 300).mapToObj(i -> "p" + i).toArray(String[]::new))));
            List<ExportResult> results = connector.export(page);
            for (int at = 0; at < page.size(); at++) {
                ExportResult.Accepted accepted = assertInstanceOf(ExportResult.Accepted.class, results.get(at));
                assertEquals(page.get(at).dn(), accepted.dn());
                assertNotNull(accepted.anchor());
            }
            assertEquals(300, People.objects(connector).size());
        }
    }

    private static ExportOperation inStaff(String name, String manager) {
        return new ExportOperation.Add(People.person(name)
                .set("dn", "cn=" + name + ",ou=staff," + Servers.BASE)
                .set("manager",
                        manager == null
                                ? List.of()
                                : List.of(ReferenceValue.toDn("cn=" + manager + ",ou=staff," + Servers.BASE)))
                .build());
    }

    @Test
    void ofALargeGroupOnlyTheDifferenceIsSent() {
        try (Connector connector = open()) {
            String[] members = IntStream.range(0, 5_000).mapToObj(i -> "p" + i).toArray(String[]::new);
            assertEquals(0,
                    People.rejected(People.export(connector, People.add(People.group("all", members)))).count());
            Delta.AttributeChange change = new Delta.AttributeChange(2,
                    List.of(ReferenceValue.toDn(People.dn("p1")), ReferenceValue.toDn(People.dn("new"))),
                    List.of(ReferenceValue.toDn(People.dn("p2")), ReferenceValue.toDn(People.dn("nobody"))));
            ExportOperation update = new ExportOperation.Update("groupOfNames", null,
                    "cn=all,ou=groups," + Servers.BASE, List.of(change), null);
            assertInstanceOf(ExportResult.Accepted.class, connector.export(List.of(update)).getFirst());
            ImportedChange.Whole group =
                    connector.readOne("groupOfNames", null, "cn=all,ou=groups," + Servers.BASE).orElseThrow();
            assertEquals(5_000, group.attributes().get("member").count());
        }
    }

    @Test
    void anotherEntryThatTookTheNameIsNeitherChangedNorDeleted() {
        try (Connector connector = open()) {
            People.export(connector, People.add(People.person("Ann")));
            ImportedChange.Whole first = People.objects(connector).getFirst();
            People.export(connector, People.delete(first), People.add(People.person("Ann")));
            List<ExportResult> results = People.export(connector,
                    People.update(first, People.person("Ann").set("mail", "ann@x").build()), People.delete(first));
            People.rejected(results).forEach(refusal -> {
                assertEquals(ExportResult.Code.NO_SUCH_OBJECT, refusal.code());
                assertTrue(refusal.message().contains("is not the object that was imported"), refusal.message());
            });
            assertEquals(2, People.rejected(results).count());
            assertFalse(People.objects(connector).getFirst().attributes().get("mail").isPresent());
        }
    }

    @Test
    void refusalsOfTheServerNameWhatIsWrong() {
        try (Connector connector = open()) {
            ExportOperation.Add orphan = new ExportOperation.Add(
                    People.person("Ann").set("dn", "cn=Ann,ou=nowhere," + Servers.BASE).build());
            List<ExportResult.Rejected> refusals = People.rejected(People.export(connector, orphan,
                    People.add(People.person("Bob").set("sn", (String) null)))).toList();
            assertEquals(ExportResult.Code.NO_SUCH_OBJECT, refusals.get(0).code());
            assertTrue(
                    refusals.get(0).message().contains(
                            "'ou=nowhere,dc=example,dc=test' does not exist; of it there is only 'dc=example,dc=test'"),
                    refusals.get(0).message());
            assertEquals(ExportResult.Code.SCHEMA_VIOLATION, refusals.get(1).code());
            assertEquals("sn", refusals.get(1).attribute());
        }
    }

    @Test
    void whoMayOnlyReadIsToldSo() {
        try (Connector connector = open(Map.of("bind-dn", ""), Map.of())) {
            ExportResult.Rejected refusal = People.rejected(People.export(connector, People.add(People.person("Ann"))))
                    .findFirst().orElseThrow();
            assertEquals(ExportResult.Code.PERMISSION_DENIED, refusal.code());
        }
    }

    @Test
    void aServerThatDiesInTheMidstOfAnImportBreaksItOff() {
        try (Connector connector = open()) {
            connector.export(IntStream.range(0, 20).mapToObj(i -> (ExportOperation) People.add(People.person("p" + i)))
                    .toList());
            try (ImportPages pages = connector.read(ImportRequest.full(5))) {
                assertEquals(5, pages.next().orElseThrow().changes().size());
                server.kill();
                ConnectorException broken = assertThrows(ConnectorException.class, () -> readAll(pages));
                assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
            }
        }
    }

    private static void readAll(ImportPages pages) {
        while (pages.next().isPresent()) {
            // the pages themselves are of no interest
        }
    }

    @Test
    void aServerThatDiesInTheMidstOfAnExportLosesOnlyWhatWasNotAnswered() {
        try (Connector connector = open()) {
            People.export(connector, People.add(People.person("Ann")));
            server.kill();
            List<ExportResult> results = connector.export(
                    IntStream.range(0, 50).mapToObj(i -> (ExportOperation) People.add(People.person("p" + i)))
                            .toList());
            assertEquals(50, People.rejected(results)
                    .filter(refusal -> refusal.code() == ExportResult.Code.UNREACHABLE).count());
        }
    }

    @Test
    void aSizeLimitBreaksTheImportOff() {
        server.close();
        server = OpenLdapServer.start(org.syncline.connectors.testkit.openldap.OpenLdapFeature.SIZE_LIMIT);
        try (Connector writer = open()) {
            writer.export(IntStream.range(0, 20).mapToObj(i -> (ExportOperation) People.add(People.person("p" + i)))
                    .toList());
        }
        try (Connector connector = open(Map.of("bind-dn", ""), Map.of())) {
            ConnectorException broken = assertThrows(ConnectorException.class, () -> People.read(connector));
            assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
            assertTrue(broken.getMessage().contains("raise its size limit"), broken.getMessage());
        }
    }

    @Test
    void whatOtherServersHoldIsNamedAndNotRead() throws LDAPException {
        try (Directory backDoor = Servers.connect(server); Connector connector = open()) {
            People.export(connector, People.add(People.person("Ann")));
            assertEquals(1, People.objects(connector).size());
            assertEquals(List.of(), connector.remarks());
            AddRequest elsewhere = new AddRequest("ou=paris," + Servers.BASE,
                    new Attribute("objectClass", "referral", "extensibleObject"), new Attribute("ou", "paris"),
                    new Attribute("ref", "ldap://paris.example.test/ou=paris," + Servers.BASE));
            elsewhere.addControl(new ManageDsaITRequestControl());
            backDoor.write(elsewhere);
            assertEquals(1, People.objects(connector).size());
            assertEquals(List.of("What other servers hold was not read, since referrals are not followed:"
                    + " ldap://paris.example.test/ou=paris,dc=example,dc=test??sub."
                    + " Make a connector for each that matters."), connector.remarks());
        }
    }

    @Test
    void aWrongPasswordIsNamedByWhoseItIsAndNeverShown() {
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> open(Map.of(), Map.of("password", "guess")));
        assertEquals(ConnectorException.Code.NO_START_CREDENTIALS, refusal.code());
        assertTrue(refusal.getMessage().contains(server.rootDn()), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("guess"), refusal.getMessage());
    }

    @Test
    void anUnreachableServerIsNamed() {
        server.kill();
        ConnectorException refusal = assertThrows(ConnectorException.class, this::open);
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
        assertTrue(refusal.getMessage().startsWith(
                "Cannot connect to " + server.url() + ": check host, port and firewall"), refusal.getMessage());
    }

    @Test
    void aMissingBaseIsASettingToCorrect() {
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> open(Map.of("base", "ou=nobody," + Servers.BASE), Servers.settings(server, Map.of()).secrets()));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("ou=nobody," + Servers.BASE), refusal.getMessage());
    }

    private Connector open() {
        return open(Map.of(), Map.of("password", server.password()));
    }

    private Connector open(Map<String, String> values, Map<String, String> secrets) {
        ConnectorSettings settings = Servers.settings(server, values, People.PERSON, People.GROUP, People.CONTAINER);
        return new LdapConnectorFactory().open(
                new ConnectorSettings("directory", Path.of("."), settings.values(), secrets, settings.objectTypes()));
    }
}
