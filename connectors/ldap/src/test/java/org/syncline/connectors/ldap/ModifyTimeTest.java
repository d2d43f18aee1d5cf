package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import org.syncline.schema.identity.Partitions;

/** Deletions are not seen, so that the scenarios of the others don't hold here. */
@Tag("slapd")
class ModifyTimeTest {
    private static final String PEOPLE = DeltaScenarios.PEOPLE;
    private static final String GROUPS = DeltaScenarios.GROUPS;

    private OpenLdapServer server;
    private Directory backDoor;
    private BehindTheBack others;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start();
        backDoor = Servers.connect(server);
        others = new BehindTheBack(backDoor);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            backDoor.close();
            server.close();
        }
    }

    private Connector open(ObjectTypeSettings... types) {
        ConnectorSettings settings = Servers.settings(server, Map.of("delta", "timestamp"));
        return new LdapConnectorFactory().open(new ConnectorSettings("directory", settings.folder(), settings.values(),
                settings.secrets(), List.of(types), Partitions.NONE));
    }

    @Test
    void additionsAndChangesOfTheSameSecondAreToldOnce() {
        others.addPersons("Ann", "Bob");
        try (Connector connector = open(People.PERSON, People.CONTAINER)) {
            ImportedState state = ImportedState.of(connector);
            assertEquals(0, state.readChanges());
            for (String mail : List.of("1@x", "2@x", "3@x")) {
                others.change("cn=Ann," + PEOPLE, "mail", mail);
                assertEquals(1, state.readChanges());
                assertEquals(0, state.readChanges());
                assertEquals(ImportedState.of(connector).objects(), state.objects());
            }
        }
    }

    @Test
    void deletionsAreNotSeen() {
        others.addPersons("Ann", "Bob");
        try (Connector connector = open(People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            others.delete("cn=Bob," + PEOPLE);
            assertEquals(0, state.readChanges());
            assertEquals(2, state.persons().size());
        }
    }

    @Test
    void thatDeletionsAreNotSeenIsSaidOfEachDeltaImport() {
        try (Connector connector = open(People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            assertEquals(List.of(), connector.remarks());
            state.readChanges();
            assertEquals(List.of("By delta 'timestamp' no deletion is seen: run a full import often, or let the server"
                    + " tell what changed in another way (setting 'delta')."), connector.remarks());
            ImportRequest later = new ImportRequest(Optional.of(state.watermark()), 7, Optional.empty(),
                    Optional.of(Instant.parse("2026-03-01T04:05:06.789Z")));
            connector.read(later).close();
            assertTrue(connector.remarks().getFirst().contains(
                    "no deletion is seen, so none since the full import of 2026-03-01T04:05:06Z:"),
                    () -> connector.remarks().toString());
        }
    }

    @Test
    void renamesAndRenamedContainersAreSeen() {
        others.add("ou=berlin," + PEOPLE, "organizationalUnit");
        others.add("cn=Ann,ou=berlin," + PEOPLE, "inetOrgPerson");
        others.addPersons("Bob");
        try (Connector connector = open(People.PERSON)) {
            ImportedState state = ImportedState.of(connector);
            others.move("ou=berlin," + PEOPLE, "ou=munich", null);
            others.move("cn=Bob," + PEOPLE, "cn=Bob", GROUPS);
            state.readChanges();
            assertEquals(List.of("cn=Ann,ou=munich," + PEOPLE, "cn=Bob," + GROUPS), state.persons());
            assertEquals(0, state.readChanges());
        }
    }

    @Test
    void whoLeavesWhatIsToBeReadIsGone() {
        others.addPersons("Ann");
        others.change("cn=Ann," + PEOPLE, "mail", "ann@x");
        ObjectTypeSettings withMail = new ObjectTypeSettings(People.PERSON.type(), People.PERSON.anchor(),
                People.PERSON.attributes(), People.PERSON.rows(), column -> column.apply("mail") != null);
        try (Connector connector = open(withMail)) {
            ImportedState state = ImportedState.of(connector);
            others.change("cn=Ann," + PEOPLE, "mail");
            state.readChanges();
            assertEquals(List.of(), state.persons());
        }
    }

    @Test
    void anyAttributeCanBeTheAnchor() {
        try (Connector connector = open(DeltaScenarios.byName())) {
            ImportedState state = ImportedState.of(connector);
            others.addPersons(IntStream.range(0, 30).mapToObj(number -> "p" + number).toArray(String[]::new));
            state.readChanges();
            assertEquals(ImportedState.of(connector).objects(), state.objects());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "garbage", "timestamp\n", "timestamp\ngarbage", "timestamp\n20260101000000", "changelog\n1"})
    void aWatermarkThatIsNoneNeedsAFullImport(String garbage) {
        try (Connector connector = open(People.PERSON)) {
            DeltaScenarios.assertFullImportRequired(connector, new Watermark(garbage));
        }
    }
}
