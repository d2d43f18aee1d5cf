package org.syncline.connectors.ldap.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptContentTest {
    @TempDir
    private Path folder;

    private Path file;
    private Set<DN> tops;
    private InMemoryDirectoryServer content;

    @BeforeEach
    void keep() throws IOException, LDAPException {
        file = Files.writeString(folder.resolve("directory.ldif"), "dn: o=Contoso");
        tops = Set.of(new DN("o=Contoso"));
        content = EmbeddedServer.holding(tops.toArray(DN[]::new));
        KeptContent.keep(file, tops, content);
    }

    @Test
    void isTakenOnce() throws IOException {
        assertSame(content, KeptContent.take(file, tops).orElseThrow());
        assertEquals(Optional.empty(), KeptContent.take(file, tops));
    }

    @Test
    void aFileThatWasReplacedIsAnother() throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh.ldif"), "dn: o=Fabrika");
        Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(fresh, file);
        assertEquals(Optional.empty(), KeptContent.take(file, tops));
    }

    @Test
    void aFileThatIsGoneHoldsNothing() throws IOException {
        Files.delete(file);
        assertEquals(Optional.empty(), KeptContent.take(file, tops));
    }

    @Test
    void anotherBaseNeedsAnotherDirectory() throws IOException, LDAPException {
        assertEquals(Optional.empty(), KeptContent.take(file, Set.of(new DN("o=Fabrikam"))));
    }
}
