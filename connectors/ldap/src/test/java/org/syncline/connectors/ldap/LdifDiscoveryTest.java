package org.syncline.connectors.ldap;

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
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.schema.identity.AttributeType;

/** What an LDIF file offers to who sets up a connector. */
class LdifDiscoveryTest {
    private static final String CONTENT = """
            version: 1

            dn: cn=Ann,dc=test
            objectClass: top
            objectClass: person
            objectClass: inetOrgPerson
            cn: Ann
            manager: cn=Bob,dc=test
            badgeColour: red
            badgeColour: blue
            entryUUID: 1

            dn: cn=torn,dc=test
            objectCl

            dn: cn=Bob,dc=test
            objectClass: top
            objectClass: person
            cn: Bob
            entryUUID: 2

            dn: cn=Gate,dc=test
            objectClass: turnstile
            cn: Gate
            """;

    @TempDir
    private Path folder;

    private Discovery discovery() {
        return new LdifConnectorFactory().discover(
                new ConnectorSettings("people", folder, Map.of("file", "people.ldif"), Map.of(), List.of()));
    }

    private static OfferedType type(Discovery discovery, String name) {
        return discovery.types().stream().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void offersTheClassesThatOccurWithTheAttributesTheyHave() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), CONTENT);
        try (Discovery discovery = discovery()) {
            assertEquals(List.of("inetOrgPerson", "person", "turnstile"),
                    discovery.types().stream().map(OfferedType::name).toList());
            OfferedType person = type(discovery, "inetOrgPerson");
            assertEquals(List.of("entryUUID"), person.anchors());
            assertEquals(AttributeType.REFERENCE, person.attribute("manager").orElseThrow().type());
            assertTrue(person.attribute("badgeColour").orElseThrow().multiValued());
            assertFalse(person.attribute("mail").isPresent());
            assertEquals(List.of("dn"), type(discovery, "turnstile").anchors());
        }
    }

    @Test
    void countsEntriesOfExactlyATypeAndWhatTheyHold() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), CONTENT);
        try (Discovery discovery = discovery()) {
            OfferedType person = type(discovery, "inetOrgPerson");
            assertEquals(new ObjectCount(1, true), discovery.count(person, 10));
            assertEquals(2, discovery.usage(person, 10).attributes().get("badgecolour").most());
            assertEquals(new ObjectCount(1, true), discovery.count(type(discovery, "turnstile"), 10));
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                assertThrows(ConnectorException.class, this::discovery).code());
    }
}
