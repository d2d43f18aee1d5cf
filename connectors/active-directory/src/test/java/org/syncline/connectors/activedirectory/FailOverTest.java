package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Attributes;

/** Two domain controllers, one of which may be gone. */
class FailOverTest {
    private final ImitatedController first = new ImitatedController();
    private final ImitatedController second = new ImitatedController();
    private final List<Connector> open = new ArrayList<>();
    private DomainController way;

    @AfterEach
    void close() {
        open.forEach(Connector::close);
        first.close();
        second.close();
    }

    /** As each step of a run does it. */
    private Connector connect(ActiveDirectoryDelta delta) {
        way = ImitatedController.connect(first.url(), second.url());
        Connector connector = ImitatedController.open(way, delta, Accounts.USER);
        open.add(connector);
        return connector;
    }

    private void putEverywhere(String... names) {
        for (String name : names) {
            ImitatedController.put(ImitatedController.user(name, "as it was"), first, second);
        }
    }

    private static String dn(String name) {
        return "CN=" + name + "," + ImitatedController.DOMAIN;
    }

    private static ExportOperation add(String name) {
        return new ExportOperation.Add(Attributes.builder(Accounts.USER.type()).set("dn", dn(name)).build());
    }

    private static List<ExportOperation> adds(int count) {
        return IntStream.range(0, count).mapToObj(number -> add("p" + number)).toList();
    }

    private static void assertAccepted(List<ExportResult> results) {
        results.forEach(result -> assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result));
    }

    @Test
    void theFirstOfTheListIsUsedAsLongAsItAnswers() {
        assertAccepted(connect(ActiveDirectoryDelta.NONE).export(adds(1)));
        assertNotNull(first.entry(dn("p0")));
        assertNull(second.entry(dn("p0")));
        assertEquals(0, second.binds());
    }

    @Test
    void numbersAreAskedOfTheControllerThatGaveThemEvenIfAnotherHasTakenOverMeanwhile() {
        putEverywhere("ann");
        Accounts accounts = Accounts.read(connect(ActiveDirectoryDelta.USN));
        first.die();
        assertAccepted(connect(ActiveDirectoryDelta.USN).export(adds(1)));
        first.comeBack();
        first.put(ImitatedController.user("bob", "only there"));
        accounts.goOnWith(connect(ActiveDirectoryDelta.USN)).readChanges();
        assertEquals(List.of(dn("bob")), accounts.toldNames());
        assertEquals(first.url(), way.server().orElseThrow());
    }

    @Test
    void whatGaveTheNumbersIsGoneAFullImportIsNeededAndThenDeltasGoOnWithTheOther() {
        putEverywhere("ann");
        Watermark ofFirst = Accounts.read(connect(ActiveDirectoryDelta.USN)).watermark();
        first.die();
        Connector connector = connect(ActiveDirectoryDelta.USN);
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> connector.read(ImportRequest.delta(ofFirst, 10)));
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refusal.code());
        assertTrue(refusal.getMessage().contains("is of " + first.url() + ", which does not answer"),
                refusal.getMessage());
        assertTrue(refusal.getMessage().contains(second.url() + " took its place"), refusal.getMessage());
        Accounts accounts = Accounts.read(connector);
        second.put(ImitatedController.user("bob", "new"));
        accounts.goOnWith(connect(ActiveDirectoryDelta.USN)).readChanges();
        assertEquals(List.of(dn("bob")), accounts.toldNames());
    }

    /** It was restored from a backup, or another machine took its name. */
    @Test
    void numbersOfAnotherInvocationNeedAFullImport() {
        putEverywhere("ann");
        Watermark ofFirst = Accounts.read(connect(ActiveDirectoryDelta.USN)).watermark();
        Watermark strange = new Watermark(ofFirst.value().replace(first.url(), second.url()));
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                Accounts.refusal(connect(ActiveDirectoryDelta.USN), strange));
    }

    @Test
    void aWatermarkOfTheTimeWhenThereWasOneControllerNeedsAFullImport() {
        try (Connector alone = ImitatedController.open(ImitatedController.connect(first.url()),
                ActiveDirectoryDelta.USN, Accounts.USER)) {
            Watermark watermark = Accounts.read(alone).watermark();
            assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    Accounts.refusal(connect(ActiveDirectoryDelta.USN), watermark));
        }
    }

    /** A cookie says up to where it knows the changes of each domain controller. */
    @Test
    void cookiesAreUnderstoodByTheOther() {
        putEverywhere("ann");
        Accounts accounts = Accounts.read(connect(ActiveDirectoryDelta.DIRSYNC));
        putEverywhere("bob");
        first.die();
        accounts.goOnWith(connect(ActiveDirectoryDelta.DIRSYNC)).readChanges();
        assertEquals(List.of(dn("bob")), accounts.toldNames());
        first.comeBack();
        putEverywhere("eve");
        accounts.goOnWith(connect(ActiveDirectoryDelta.DIRSYNC)).readChanges();
        assertEquals(List.of(dn("eve")), accounts.toldNames());
    }

    @ParameterizedTest
    @EnumSource(ActiveDirectoryDelta.class)
    void anImportThatBrokeOffBeginsAgainWithTheOther(ActiveDirectoryDelta delta) {
        putEverywhere("ann", "bob", "eve", "kim", "lea", "max");
        Connector connector = connect(delta);
        try (ImportPages pages = connector.read(ImportRequest.full(2))) {
            assertEquals(2, pages.next().orElseThrow().changes().size());
            first.die();
            ConnectorException broken = assertThrows(ConnectorException.class, () -> readAll(pages));
            assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
        }
        assertEquals(6, Accounts.read(connector).objects().size());
        assertEquals(second.url(), way.server().orElseThrow());
        assertTrue(connector.remarks().getFirst().startsWith(second.url() + " was used in the place of " + first.url()),
                connector.remarks()::toString);
    }

    private static void readAll(ImportPages pages) {
        while (pages.next().isPresent()) {
            // the pages themselves are of no interest
        }
    }

    /** Who came later may depend on who came earlier, of whom the other does not know yet. */
    @Test
    void theRestOfAPageWaitsAndIsThenSentToTheOther() {
        Connector connector = connect(ActiveDirectoryDelta.NONE);
        first.diesAfter(10);
        List<ExportOperation> page = adds(50);
        List<ExportResult> results = connector.export(page);
        List<ExportOperation> rest = new ArrayList<>();
        for (int at = 0; at < page.size(); at++) {
            if (results.get(at) instanceof ExportResult.Rejected refusal) {
                assertTrue(Set.of(ExportResult.Code.CONNECTION_LOST, ExportResult.Code.UNREACHABLE)
                        .contains(refusal.code()), refusal::message);
                rest.add(page.get(at));
            }
        }
        assertTrue(!rest.isEmpty() && rest.size() < page.size(), () -> rest.size() + " are left");
        assertNull(second.entry(rest.getLast().dn()));
        assertAccepted(connector.export(rest));
        assertEquals(second.url(), way.server().orElseThrow());
        assertTrue(connector.remarks().getFirst().contains("What was sent to that one lately may not have been"),
                connector.remarks()::toString);
    }

    @Test
    void theConfirmingImportAsksWhomTheExportWasSentTo() {
        putEverywhere("ann");
        first.die();
        assertAccepted(connect(ActiveDirectoryDelta.NONE).export(adds(1)));
        first.comeBack();
        Accounts confirming = Accounts.read(connect(ActiveDirectoryDelta.NONE));
        assertEquals(List.of(dn("ann"), dn("p0")), confirming.names(Accounts.USER));
    }

    @Test
    void aFullImportGoesBackToTheFirstWhereNothingWasSentToTheOther() {
        putEverywhere("ann");
        first.die();
        Accounts.read(connect(ActiveDirectoryDelta.NONE));
        assertEquals(second.url(), way.server().orElseThrow());
        first.comeBack();
        Accounts.read(connect(ActiveDirectoryDelta.NONE));
        assertEquals(first.url(), way.server().orElseThrow());
    }

    /** It accepts every connection and hangs up. */
    @Test
    void aDeadOneIsTriedOnceAndNotForEachObject() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (ServerSocket dead = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> hangUp(dead, tries));
            DomainController either = ImitatedController.connect("ldap://127.0.0.1:" + dead.getLocalPort(),
                    second.url());
            try (Connector connector =
                    ImitatedController.open(either, ActiveDirectoryDelta.NONE, Accounts.USER)) {
                assertAccepted(connector.export(adds(50)));
                assertAccepted(connector.export(IntStream.range(50, 60).mapToObj(i -> add("p" + i)).toList()));
            }
            ImitatedController.connect("ldap://127.0.0.1:" + dead.getLocalPort(), second.url()).close();
        }
        assertEquals(1, tries.get());
    }

    private static void hangUp(ServerSocket dead, AtomicInteger tries) {
        try {
            while (true) {
                dead.accept().close();
                tries.incrementAndGet();
            }
        } catch (IOException closed) {
            assertTrue(dead.isClosed());
        }
    }

    @Test
    void saysOfEachControllerWhyItCannotBeUsed() {
        first.die();
        second.die();
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> ImitatedController.connect(first.url(), second.url()));
        assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
        assertTrue(refusal.getMessage().contains(first.url()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(second.url()), refusal.getMessage());
    }

    @Test
    void aWrongPasswordIsNotTriedOnOneAfterTheOther() {
        ConnectorSettings wrong = new ConnectorSettings("ad", Path.of("."),
                Map.of("server", first.url() + "," + second.url(), "bind-dn", "cn=sync"),
                Map.of("password", "not this one"), List.of());
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> ReplicatedDirectory.connect(LdapSettings.addresses(wrong)));
        assertEquals(ConnectorException.Code.NO_START_CREDENTIALS, refusal.code());
        assertEquals(1, first.binds());
        assertEquals(0, second.binds());
    }
}
