package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.DiscoveryError;

class LdifImportTest {
    private static final String CONTENT = """
            version: 1
            # people of the test

            dn: cn=Ann,dc=test
            objectClass: inetOrgPerson
            cn: Ann
            sn:: w4VuZ3N0csO2bQ==
            uid: a1
            entryUUID: 1

            dn: cn=Bob,dc=test
            objectClass: inetOrgPerson
            this is no attribute
            entryUUID: 2

            dn: cn=Cid,dc=test
            changetype: delete

            dn: cn=Dan,dc=test
            objectClass: inetOrgPerson
            entryUUID: 1

            dn: cn=Eve,dc=test
            objectClass: inetOrgPerson

            dn: cn=Fay,dc=test
            objectClass: inetOrgPerson
            userCertificate:< file:///etc/hostname
            entryUUID: 6

            dn: cn=Gus,dc=test
            objectClass: inetOrgPerson
            employeeNumber: many
            mail: gus@
             example.test
            entryUUID: 7

            dn: cn=Hal,dc=test
            objectClass: inetOrgPerson
            cn: Hal
            mail: hal@
             example.test
            entryUUID: 8
            """;

    @TempDir
    private Path folder;

    @Test
    void badRecordsAreReportedWithTheirLineAndTheOthersGoOn() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), CONTENT);
        try (Connector connector = open()) {
            assertEquals(List.of("Ann", "Hal"),
                    People.objects(connector).stream().map(object -> object.attributes().text("cn")).toList());
            List<DiscoveryError> errors = People.errors(connector);
            assertEquals(
                    List.of("people.ldif:11", "people.ldif:16", "people.ldif:19", "people.ldif:23", "people.ldif:26",
                            "people.ldif:31"),
                    errors.stream().map(DiscoveryError::place).toList());
            assertEquals(
                    List.of(DiscoveryError.Code.MALFORMED_ROW, DiscoveryError.Code.MALFORMED_ROW,
                            DiscoveryError.Code.DUPLICATE_ANCHOR,
                            DiscoveryError.Code.MISSING_ANCHOR, DiscoveryError.Code.MALFORMED_ROW,
                            DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE),
                    errors.stream().map(DiscoveryError::code).toList());
        }
    }

    @Test
    void valuesAreUnfoldedAndDecoded() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), CONTENT);
        try (Connector connector = open()) {
            assertEquals("Ångström", People.object(connector, "cn=Ann,dc=test").attributes().text("sn"));
            assertEquals("hal@example.test", People.object(connector, "cn=Hal,dc=test").attributes().text("mail"));
        }
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkAreUnderstood() throws IOException {
        Files.writeString(folder.resolve("people.ldif"), "\uFEFF" + CONTENT.replace("\n", "\r\n"));
        try (Connector connector = open()) {
            assertEquals(2, People.objects(connector).size());
        }
    }

    @Test
    void anotherEncodingIsReportedForTheRecordItConcerns() throws IOException {
        String latin = CONTENT.replace("sn:: w4VuZ3N0csO2bQ==", "sn: Ångström");
        Files.write(folder.resolve("people.ldif"), latin.getBytes(StandardCharsets.ISO_8859_1));
        try (Connector connector = open()) {
            assertEquals(DiscoveryError.Code.UNDECODABLE, People.errors(connector).getFirst().code());
            assertEquals("people.ldif:4", People.errors(connector).getFirst().place());
        }
    }

    @Test
    void aMissingFileStopsTheImportBeforeItBegins() {
        try (Connector connector = open()) {
            ConnectorException refusal = assertThrows(ConnectorException.class, () -> People.read(connector));
            assertEquals(ConnectorException.Code.NO_START_CONNECTION, refusal.code());
            assertTrue(refusal.getMessage().contains("does not exist"), refusal.getMessage());
        }
    }

    private Connector open() {
        return new LdifConnectorFactory().open(
                new ConnectorSettings("people", folder, Map.of("file", "people.ldif"), Map.of(),
                        List.of(People.PERSON)));
    }
}
