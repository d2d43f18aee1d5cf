package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;

class AccessLogTest extends OpenLdapDeltaScenarios {

    AccessLogTest() {
        super("accesslog", OpenLdapFeature.ACCESS_LOG);
    }

    @Test
    void theLogOutlivesARestart() {
        addPersons("Ann", "Bob");
        ImportedState state;
        try (Connector connector = open()) {
            state = ImportedState.of(connector);
        }
        delete("cn=Bob," + PEOPLE);
        server().restart();
        try (Connector connector = open()) {
            state.goOnWith(connector).readChanges();
            assertEquals(List.of("cn=Ann," + PEOPLE), state.persons());
        }
    }

    @Test
    void aLogThatWasTrimmedNeedsAFullImport() throws Exception {
        restartWith(OpenLdapFeature.SHORT_ACCESS_LOG);
        addPersons("Ann", "Bob");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            delete("cn=Bob," + PEOPLE);
            awaitEmptyLog();
            String why = assertFullImportRequired(connector, state.watermark());
            assertTrue(why.contains("logpurge"), why);
            state.readEverything();
            assertEquals(0, state.readChanges());
        }
    }

    private void awaitEmptyLog() throws Exception {
        SearchRequest records = new SearchRequest("cn=accesslog", SearchScope.ONE, "(objectClass=*)", "1.1");
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!backDoor().search(records).isEmpty()) {
            assertTrue(System.nanoTime() < giveUp, "the log is never trimmed");
            Thread.sleep(100);
        }
    }

    @Test
    void aLogThatWasEmptyAtTheFullImportTellsEverything() {
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            addPersons("Ann");
            delete("cn=Ann," + PEOPLE);
            addPersons("Bob");
            state.readChanges();
            assertEquals(List.of("cn=Bob," + PEOPLE), state.persons());
        }
    }

    @Test
    void aServerWithoutTheLogDoesNotOfferIt() {
        restartWith();
        ConnectorException refusal = assertThrows(ConnectorException.class, this::open);
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("overlay accesslog"), refusal.getMessage());
    }
}
