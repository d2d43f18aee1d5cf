package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

class EmbeddedDatabaseTest {
    private static final People PEOPLE = People.by("id")
            .with(AttributeDefinition.single("name", AttributeType.STRING));

    @TempDir
    private Path folder;

    private Connector open(String url, String statements) throws IOException {
        Files.writeString(folder.resolve("start.sql"), statements);
        return new SqlConnectorFactory().open(new ConnectorSettings("hr", folder,
                Map.of("url", url, "embedded-start", "start.sql"), Map.of(), List.of(PEOPLE.type())));
    }

    @Test
    void isMadeOnceAndKept() throws IOException {
        ImportedChange read = new ImportedChange.Whole(new Anchor("1"),
                PEOPLE.person().set("name", "Zoë").build());
        try (Connector connector = open("embedded:kept/people", """
                create table person (id integer primary key, name varchar(20));
                insert into person values (1, 'Zoë');
                """)) {
            assertEquals(List.of(read), People.read(connector));
        }
        try (Connector connector = open("embedded:kept/people", "what is not looked at")) {
            assertEquals(List.of(read), People.read(connector));
        }
    }

    @Test
    void isNotThereIfAStatementIsRefused() throws IOException {
        String refused =
                "create table person (id integer primary key, name varchar(20));\ninsert into persons values (1)";
        for (int attempt = 0; attempt < 2; attempt++) {
            try (Connector connector = open("embedded:people", refused)) {
                ConnectorException failure = assertThrows(ConnectorException.class, () -> People.read(connector));
                assertTrue(failure.getMessage().startsWith("Setting 'embedded-start': '" + folder.resolve("start.sql")
                        + "' cannot be run: Table \"PERSONS\" not found"), failure::getMessage);
            }
        }
        assertFalse(Files.exists(folder.resolve("people.mv.db")));
    }

    @Test
    void aServerHasNoStart() {
        ConnectorException failure = assertThrows(ConnectorException.class,
                () -> open("jdbc:postgresql://db.example.com/hr", ""));
        assertEquals("Connector 'hr': the setting 'embedded-start' is of an embedded database. Leave it out, or write"
                + " the url embedded:FILE.", failure.getMessage());
    }
}
