package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on a real directory server, changed as its comments say: the address, who binds, and where the password is. */
@Tag("slapd")
class OpenLdapIT {
    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private ConfigurationFolder example;

    @BeforeEach
    void start() {
        directory = ServedDirectory.start();
        directory.add("dn: ou=Leavers,dc=example,dc=test", "objectClass: organizationalUnit", "ou: Leavers");
        example = ConfigurationFolder.example(temporary.resolve("example"));
        directory.replaceEmbeddedOf(example);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    private Command run(Launcher launcher) {
        return launcher.run("run", example.path().toString(), "--json");
    }

    @Test
    void theExampleFillsTheServerOnce() {
        assertEquals(973, run(directory.launcher()).endedWith(0).written());
        assertEquals(948, directory.people().size());
        assertEquals(25, directory.groups().size());
        assertEquals(0, run(directory.launcher()).endedWith(0).written());
    }

    @Test
    void aWrongPasswordStopsBeforeAnythingIsDone() {
        Command wrong = run(directory.launcher("not the password")).endedWith(2);
        assertEquals("no-start-credentials", wrong.result("directory", "full-import"));
        assertEquals("did not run", wrong.result("directory", "export"));
        assertEquals("did not run", wrong.result("hr", "full-sync"));
        String message = wrong.message("directory", "full-import");
        assertTrue(message.contains("refuses 'cn=admin,dc=example,dc=test': check 'bind-dn' and 'password'"), message);
        assertEquals(List.of(), directory.people());
        assertEquals(973, run(directory.launcher()).endedWith(0).written());
    }

    @Test
    void aServerThatIsGoneTakesNothingAway() {
        run(directory.launcher()).endedWith(0);
        StoredRows rows = StoredRows.of(example);
        directory.server().kill();
        Command gone = run(directory.launcher()).endedWith(2);
        assertEquals("no-start-connection", gone.result("directory", "full-import"));
        assertEquals("did not run", gone.result("directory", "export"));
        assertEquals(rows, StoredRows.of(example));
    }
}
