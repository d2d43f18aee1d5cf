package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.testkit.network.LdapWire;
import org.syncline.connectors.testkit.network.LdapWire.Request;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** A server that does what it is asked, and whose answer does not arrive. */
@Tag("slapd")
class LostAnswerTest {
    private static final String SENT = "not to be repeated";

    private OpenLdapServer server;
    private LdapWire wire;

    @BeforeEach
    void start() {
        server = OpenLdapServer.start();
        wire = LdapWire.to(server.port());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            wire.close();
            server.close();
        }
    }

    private Connector open() {
        return new LdapConnectorFactory().open(Servers.settings(server,
                Map.of("server", wire.url(), "response-timeout", "PT1S"), People.PERSON));
    }

    private static ExportOperation operation(Request request, ImportedChange.Whole ann) {
        return switch (request) {
            case ADD -> People.add(People.person("Bob").set("carLicense", SENT));
            case MODIFY -> People.update(ann, People.person("Ann").set("mail", "ann@x").build());
            case RENAME -> new ExportOperation.Update("inetOrgPerson", ann.anchor(), ann.attributes().dn(),
                    People.rename(ann.attributes(), People.dn("Eve")).changes(), ann.attributes());
            case DELETE -> People.delete(ann);
        };
    }

    private static String expected(Request request) {
        return switch (request) {
            case ADD -> "Ann null, Bob null";
            case MODIFY -> "Ann ann@x";
            case RENAME -> "Eve null";
            case DELETE -> "";
        };
    }

    private static String people(Connector connector) {
        return String.join(", ", People.objects(connector).stream()
                .map(ImportedChange.Whole::attributes)
                .filter(person -> !person.text("cn").startsWith("p"))
                .map(person -> person.text("cn") + " " + person.text("mail"))
                .sorted()
                .toList());
    }

    /** Where they are not of the same kind, twenty others go with it over all connections. */
    private void sendAmongOthers(Request request, Runnable fault) {
        try (Connector connector = open()) {
            People.export(connector, People.add(People.person("Ann")));
            ImportedChange.Whole ann = People.objects(connector).getFirst();
            List<ExportOperation> page = new ArrayList<>();
            page.add(operation(request, ann));
            if (request != Request.ADD) {
                IntStream.range(0, 20).forEach(number -> page.add(People.add(People.person("p" + number))));
            }
            fault.run();
            List<ExportResult> results = connector.export(page);

            assertTrue(wire.hasFailed());
            ExportResult.Rejected lost = assertInstanceOf(ExportResult.Rejected.class, results.getFirst());
            assertEquals(ExportResult.Code.CONNECTION_LOST, lost.code(), lost::message);
            assertTrue(lost.message().contains("whether '" + page.getFirst().dn() + "' was changed is not known"),
                    lost::message);
            assertFalse(lost.message().contains(SENT), lost::message);
            assertEquals(1, People.rejected(results).count(), "the others are not concerned");
            assertEquals(expected(request), people(connector), "it was done");

            People.rejected(connector.export(page.subList(0, 1))).forEach(again -> assertTrue(
                    again.code() == ExportResult.Code.ALREADY_EXISTS
                            || again.code() == ExportResult.Code.NO_SUCH_OBJECT,
                    again::message));
            assertEquals(expected(request), people(connector), "sent again it does no harm");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatLostItsAnswerIsNotSentTwiceAndSaysSo(Request request) {
        sendAmongOthers(request, () -> wire.cutAnswerTo(request));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatTakesTooLongIsNotAskedTwice(Request request) {
        sendAmongOthers(request, () -> wire.delayAnswerTo(request, Duration.ofSeconds(3)));
    }
}
