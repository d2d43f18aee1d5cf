package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.testkit.HeardChanges;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/** Being told of changes by a real server. */
@Tag("slapd")
class ChangeWatchTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final ConnectorFactory factory = new LdapConnectorFactory();
    private final HeardChanges heard = new HeardChanges();
    private OpenLdapServer server;
    private Directory backDoor;

    @BeforeEach
    void start() {
        startWith(OpenLdapFeature.CONTENT_SYNC);
    }

    private void startWith(OpenLdapFeature... features) {
        stop();
        server = OpenLdapServer.start(features);
        backDoor = Servers.connect(server);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            backDoor.close();
            server.close();
        }
    }

    private BehindTheBack others() {
        return new BehindTheBack(backDoor);
    }

    private ConnectorSettings settings(Map<String, String> others) {
        return Servers.settings(server, others, People.PERSON, People.GROUP);
    }

    private ChangeWatch watch(Map<String, String> others) {
        return factory.watch(settings(others), heard);
    }

    @Test
    void aChangeIsToldWithinASecond() {
        others().addPersons("Ann");
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            heard.awaitListening();
            others().change("cn=Ann," + DeltaScenarios.PEOPLE, "mail", "ann@x");
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void aRenamedContainerThatIsNotReadItselfIsTold() {
        others().add("ou=staff," + Servers.BASE, "organizationalUnit");
        others().add("cn=Ann,ou=staff," + Servers.BASE, "inetOrgPerson");
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            heard.awaitListening();
            others().move("ou=staff," + Servers.BASE, "ou=crew", Servers.BASE);
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void whatIsNotReadIsNotTold() {
        Partitions people = new Partitions(List.of(new Partition("people", DeltaScenarios.PEOPLE, List.of(),
                List.of())));
        ConnectorSettings settings = settings(Map.of("delta", "syncrepl"));
        try (ChangeWatch watch = factory.watch(new ConnectorSettings("directory", Path.of("."), settings.values(),
                settings.secrets(), settings.objectTypes(), people), heard)) {
            heard.awaitListening();
            others().add("cn=Ann," + DeltaScenarios.GROUPS, "inetOrgPerson");
            others().add("ou=empty," + DeltaScenarios.PEOPLE, "organizationalUnit");
            heard.demandSilence(SILENCE);
            others().addPersons("Bob");
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void aDirectoryFullOfEntriesIsNotSentFirst() {
        others().addPersons(IntStream.range(0, 300).mapToObj(number -> "p" + number).toArray(String[]::new));
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            heard.awaitListening();
            heard.demandSilence(SILENCE);
        }
    }

    @Test
    void outlastsTheTimeAnAnswerMayTake() {
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl", "response-timeout", "PT0.5S"))) {
            heard.awaitListening();
            heard.demandSilence(Duration.ofSeconds(2));
            others().addPersons("Ann");
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void aServerThatWasKilledIsToldOnceAndItsReturnToo() {
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            heard.awaitListening();
            server.kill();
            String reason = heard.awaitInterruption();
            assertTrue(reason.startsWith(server.url() + " tells no more changes ("), reason);
            heard.demandSilence(SILENCE);
            server.restart();
            heard.awaitListening();
            backDoor.mend();
            others().addPersons("Ann");
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void aServerThatCannotBeReachedYetIsToldAndTriedAgain() {
        server.kill();
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            String reason = heard.awaitInterruption();
            assertTrue(reason.startsWith("Cannot connect to " + server.url()), reason);
            server.restart();
            heard.awaitListening();
        }
    }

    @Test
    void aServerWithoutTheOverlayIsToldToNeedIt() {
        startWith();
        try (ChangeWatch watch = watch(Map.of("delta", "syncrepl"))) {
            String reason = heard.awaitInterruption();
            assertTrue(reason.contains("overlay syncprov"), reason);
        }
    }

    @Test
    void aLogTellsNothingAtOnceWithoutTheOverlay() {
        startWith(OpenLdapFeature.ACCESS_LOG);
        try (ChangeWatch watch = watch(Map.of("delta", "accesslog"))) {
            String reason = heard.awaitInterruption();
            assertTrue(reason.contains("load overlay syncprov"), reason);
        }
    }

    @Test
    void anOverlayWithoutASessionLogIsEnoughForALog() {
        startWith(OpenLdapFeature.ACCESS_LOG, OpenLdapFeature.SHORT_SESSION_LOG);
        try (ChangeWatch watch = watch(Map.of("delta", "accesslog"))) {
            heard.awaitListening();
            others().addPersons("Ann");
            heard.awaitChange(AT_ONCE);
        }
    }

    @Test
    void whatCannotTellDoesNotDeclareIt(@TempDir Path folder) {
        for (String delta : List.of("none", "changelog", "timestamp")) {
            ConnectorSettings settings = settings(Map.of("delta", delta));
            assertFalse(factory.capabilities(settings).contains(Capability.CHANGE_NOTIFICATION), delta);
            assertRefused(settings);
        }
        assertRefused(Servers.embedded(folder, "people.ldif"));
    }

    private void assertRefused(ConnectorSettings settings) {
        ConnectorException refusal = assertThrows(ConnectorException.class, () -> factory.watch(settings, heard));
        assertEquals(ConnectorException.Code.NOT_SUPPORTED, refusal.code());
    }
}
