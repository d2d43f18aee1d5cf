package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Partitions;

class ChangeLogTest extends DeltaScenarios {
    private LoggingServer server;
    private Directory backDoor;

    @BeforeEach
    void start() {
        startKeeping(1_000);
    }

    private void startKeeping(int records) {
        stop();
        server = new LoggingServer(records);
        backDoor = server.connect();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            backDoor.close();
            server.close();
        }
    }

    @Override
    ConnectorSettings settings() {
        return server.settings(Map.of("delta", "changelog"));
    }

    @Override
    Directory backDoor() {
        return backDoor;
    }

    @Test
    void namesAreFollowedThroughEveryRename() {
        addPersons("Ann", "Bob");
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            change("cn=Ann," + PEOPLE, "mail", "ann@x");
            move("cn=Ann," + PEOPLE, "cn=Eve", null);
            move("ou=people," + Servers.BASE, "ou=staff", null);
            move("cn=Eve,ou=staff," + Servers.BASE, "cn=Fay", GROUPS);
            add("ou=people," + Servers.BASE, "organizationalUnit");
            addPersons("Ann");
            delete("cn=Bob,ou=staff," + Servers.BASE);
            state.readChanges();
            assertEquals(ImportedState.of(connector).objects(), state.objects());
            assertEquals(2, state.persons().size());
        }
    }

    @Test
    void aLogThatWasTrimmedNeedsAFullImport() {
        startKeeping(3);
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            addPersons("p1", "p2", "p3");
            state.readChanges();
            assertEquals(3, state.persons().size());
            addPersons("p4", "p5", "p6", "p7");
            String why = assertFullImportRequired(connector, state.watermark());
            assertTrue(why.contains("no longer reaches back"), why);
        }
    }

    @Test
    void aLogThatWasBegunAnewNeedsAFullImport() {
        try (Connector connector = open()) {
            assertFullImportRequired(connector, new Watermark("changelog\n999999"));
        }
    }

    @Test
    void anAttributeOfTheEntriesCanBeTheAnchor() {
        addPersons("Ann", "Bob", "Cid");
        try (Connector connector = open(Map.of(), Partitions.NONE, byName())) {
            ImportedState state = ImportedState.of(connector);
            delete("cn=Bob," + PEOPLE);
            change("cn=Cid," + PEOPLE, "mail", "cid@x");
            state.readChanges();
            assertEquals(ImportedState.of(connector).objects(), state.objects());
        }
    }

    @Test
    void aServerWithoutALogDoesNotOfferIt() {
        startKeeping(0);
        ConnectorException refusal = assertThrows(ConnectorException.class, this::open);
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("announces no change log"), refusal.getMessage());
    }
}
