package org.syncline.connectors.ldap.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.ConnectorException;

class EmbeddedStartTest {
    private static final String BASE = "dc=example,dc=com";
    private static final String PEOPLE = "ou=People," + BASE;

    @TempDir
    Path folder;

    @BeforeEach
    void writeStart() throws IOException {
        Files.writeString(folder.resolve("start.ldif"),
                "dn: " + PEOPLE + "\nobjectClass: organizationalUnit\nou: People\n");
    }

    @Test
    void aNewDirectoryBeginsWithIt() throws Exception {
        try (Directory directory = open("start.ldif")) {
            assertEquals(1, people(directory));
        }
        assertTrue(Files.readString(folder.resolve("directory.ldif")).contains(PEOPLE));
    }

    @Test
    void whatWasDeletedDoesNotComeBack() throws Exception {
        try (Directory directory = open("start.ldif")) {
            directory.write(new DeleteRequest(PEOPLE));
            directory.makeDurable();
        }
        try (Directory directory = open("start.ldif")) {
            assertEquals(0, people(directory));
        }
    }

    @Test
    void aMissingStartIsASettingThatMakesNoSense() {
        ConnectorException refused = assertThrows(ConnectorException.class, () -> open("missing.ldif"));
        assertTrue(refused.getMessage().startsWith("Setting 'embedded-start': "), refused.getMessage());
    }

    private Directory open(String start) {
        return EmbeddedDirectories.open(folder.resolve("directory.ldif"), BASE, folder.resolve(start));
    }

    private static int people(Directory directory) throws Exception {
        return directory.search(new SearchRequest(BASE, SearchScope.SUB, "(ou=People)")).size();
    }
}
