package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Watermark;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.schema.identity.Partitions;

class ContentSyncTest extends OpenLdapDeltaScenarios {
    ContentSyncTest() {
        super("syncrepl", OpenLdapFeature.CONTENT_SYNC);
    }

    @Test
    void aServerThatForgotWhatWasDeletedNeedsAFullImport() {
        addPersons("Ann", "Bob");
        ImportedState state;
        try (Connector connector = open()) {
            state = ImportedState.of(connector);
        }
        delete("cn=Bob," + PEOPLE);
        server().restart();
        try (Connector connector = open()) {
            String why = assertFullImportRequired(connector, state.watermark());
            assertTrue(why.contains("syncprov-sessionlog"), why);
            assertEquals(0, ImportedState.of(connector).readChanges());
        }
    }

    @Test
    void moreChangesThanTheSessionLogHoldsNeedAFullImport() {
        restartWith(OpenLdapFeature.SHORT_SESSION_LOG);
        addPersons("Ann", "Bob");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            for (int number = 0; number < 10; number++) {
                change("cn=Ann," + PEOPLE, "mail", number + "@x");
            }
            delete("cn=Bob," + PEOPLE);
            assertFullImportRequired(connector, state.watermark());
        }
    }

    @Test
    void aWatermarkNewerThanTheServerNeedsAFullImport() {
        try (Connector connector = open()) {
            String mark = ImportedState.of(connector).watermark().value();
            assertFullImportRequired(connector, new Watermark(mark.replaceFirst("csn=20..", "csn=2099")));
        }
    }

    /** The state it calls its own may be older than a change that it answered, as long as there is no other. */
    @Test
    void aChangeThatTheStateOfTheServerLagsBehindIsTold() {
        LaggingServer lagging = new LaggingServer(Servers.connect(server()));
        addPersons("Ann", "Bob");
        try (Connector connector = LdapConnector.open(lagging.directory(),
                new LdapScope(server().baseDn(), Partitions.NONE), List.of(new LdapObjectType(People.PERSON)), false,
                LdapSettings.of(settings()).delta())) {
            ImportedState state = ImportedState.of(connector);
            assertEquals(0, state.readChanges());
            lagging.lag(true);
            change("cn=Ann," + PEOPLE, "mail", "ann@x");
            assertEquals(1, state.readChanges());
            lagging.lag(false);
            assertEquals(ImportedState.of(connector).objects(), state.objects());
        }
    }

    @Test
    void aServerWithoutTheOverlayDoesNotOfferIt() {
        restartWith();
        try (Connector connector = open()) {
            ConnectorException refusal = assertThrows(ConnectorException.class, () -> ImportedState.of(connector));
            assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
            assertTrue(refusal.getMessage().contains("overlay syncprov"), refusal.getMessage());
        }
    }

    @Test
    void anotherAnchorCouldNotBeToldOfDeletions() {
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> open(Map.of(), Partitions.NONE, byName()));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("anchor=\"entryUUID\""), refusal.getMessage());
    }
}
