package org.syncline.connectors.script.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorException.Code;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;

/** What programs say that their systems offer, and what is said of those that cannot. */
@Timeout(60)
class ProgramDiscoveryTest {
    private static final String PERSON = "say '{\"type\":\"object-type\",\"name\":\"person\",\"anchor\":[\"id\"],"
            + "\"attributes\":[{\"name\":\"id\"},{\"name\":\"mail\",\"multiValued\":true}]}'";

    @TempDir
    private Path folder;

    /** A program that is asked for its schema when it is started first, and then for its objects. */
    private Discovery discover(String... schema) {
        String hello = Told.HELLO.replace("\"export\"", "\"export\",\"schema\"");
        return new Told(folder).discover(hello + "read -r question\ncase $question in *schema*)\n"
                + String.join("\n", schema) + "\n;;\n*)\n" + Told.object("1") + "\n" + Told.object("2") + "\n"
                + Told.end()
                + "\n;;\nesac\n");
    }

    private static void assertFails(Code code, String text, Executable discovering) {
        ConnectorException failure = assertThrows(ConnectorException.class, discovering);
        assertEquals(code, failure.code(), failure::getMessage);
        assertTrue(failure.getMessage().contains(text), failure::getMessage);
    }

    @Test
    void typesAreThoseOfTheProgramAndObjectsThoseThatItReads() {
        try (Discovery discovery = discover(PERSON, Told.end())) {
            OfferedType person = discovery.types().getFirst();
            assertEquals("person", person.name());
            assertTrue(person.attribute("mail").orElseThrow().multiValued());
            assertEquals(new ObjectCount(2, true), discovery.count(person, 1_000));
            assertEquals(2, discovery.usage(person, 200).attributes().get("id").objects());
        }
    }

    @Test
    void aProgramThatDoesNotSayInItsHelloThatItHasASchemaIsNotAsked() {
        assertFails(Code.NOT_SUPPORTED, "its program does not say what its system offers",
                () -> new Told(folder).discover(Told.HELLO + "read -r question\n"));
    }

    @Test
    void aProgramThatDiesOrTalksNonsenseIsShownWithWhatItDid() {
        assertFails(Code.STOPPED_CONNECTIVITY, "exit code 3", () -> discover("exit 3"));
        assertFails(Code.STOPPED_CONNECTIVITY, "line 1 of its answer to 'schema': 'name' is missing",
                () -> discover("say '{\"type\":\"object-type\"}'"));
        assertFails(Code.STOPPED_CONNECTIVITY, "a message of type 'object' is no part of this answer",
                () -> discover(Told.object("1")));
    }

    @Test
    void aProgramThatCannotBeStarted() {
        assertFails(Code.NO_START_CONNECTION, "none-such",
                () -> new Told(folder).with("command", "none-such").discover(""));
    }
}
