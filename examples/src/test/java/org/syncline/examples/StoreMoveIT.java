package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.platform.app.workspace.Workspace;

/** The example from HR to a directory, whose store is moved to a PostgreSQL server between two runs, and back. */
class StoreMoveIT {
    @TempDir
    private Path temporary;

    private ConfigurationFolder example;
    private PostgresStore store;

    @BeforeEach
    void copy() {
        example = ConfigurationFolder.example(temporary.resolve("example"));
        store = PostgresStore.create();
    }

    private Command move(Launcher launcher, String... more) {
        return launcher.run("store", "move", Stream.concat(
                Stream.of(example.path().toString(), "--to"), Arrays.stream(more)).toArray(String[]::new));
    }

    private Command moveToServer(Launcher launcher, String... more) {
        return move(launcher, Stream.concat(
                Stream.of(store.url(), "--user", store.server().user(), "--secret", "store"), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private Launcher launcher() {
        return store.launcher(Map.of());
    }

    private Command run(Launcher launcher) {
        return launcher.run("run", example.path().toString(), "--json").endedWith(0);
    }

    @Test
    void aRunAfterTheMoveHasNothingToDo() {
        assertEquals(973, run(launcher()).counted("export-add"));
        String before = example.read("syncline.xml");
        StoredRows rows = StoredRows.of(example);

        Command moved = moveToServer(launcher()).endedWith(0);
        assertTrue(moved.out().contains("are in " + store.url() + " now, read back and compared"), moved::toString);
        assertTrue(moved.out().contains("<store url=\"" + store.url() + "\" user=\"keeper\" secret=\"store\"/>"),
                moved::toString);
        assertEquals(before, example.read("syncline.xml"));
        assertEquals(rows, StoredRows.of(example));

        store.replaceEmbeddedOf(example);
        Command second = run(launcher());
        assertEquals(0, second.written(), second::toString);
        assertEquals(0, second.counted("stage-add"), second::toString);
    }

    @Test
    void changesTheFileThereAndBackAgain() {
        run(launcher());
        String before = example.read("syncline.xml");
        moveToServer(launcher(), "--write").endedWith(0);
        assertEquals(0, run(launcher()).written());

        Command refused = move(launcher(), "embedded").endedWith(2);
        assertTrue(refused.err().contains("store.mv.db already. Move it away"), refused::toString);
        assertTrue(example.store().resolve("store.mv.db").toFile().delete());
        move(launcher(), "embedded", "--write").endedWith(0);
        assertEquals(before, example.read("syncline.xml"));
        assertEquals(0, run(new Launcher(Map.of())).written());
    }

    @Test
    void refusesWhatCannotBeDone() {
        run(launcher());
        Command misread = move(launcher(), "jdbc:oracle:thin:@db", "--user", "me").endedWith(2);
        assertTrue(misread.err().contains("syncline.xml:") && misread.err().contains("no address of a store"),
                misread::toString);
        Command userless = move(launcher(), store.url()).endedWith(2);
        assertTrue(userless.err().contains("Say with --user who logs in"), userless::toString);
        Command same = move(launcher(), "embedded").endedWith(2);
        assertTrue(same.err().contains("lies there already"), same::toString);
        try (Workspace ours = Workspace.open(example.path(), Map.of(), Clock.systemUTC())) {
            Command used = moveToServer(launcher()).endedWith(2);
            assertTrue(used.err().startsWith("syncline: Another process (pid " + ProcessHandle.current().pid()),
                    used::toString);
            assertEquals(0, ours.store().runHistory().errors("hr").size());
        }
        moveToServer(launcher()).endedWith(0);
        Command again = moveToServer(launcher()).endedWith(2);
        assertTrue(again.err().contains(store.url() + " is not empty"), again::toString);
    }

    @Test
    @Tag("slapd")
    void deltaImportsGoOnWhereTheyEnded() throws Exception {
        try (ServedDirectory directory = ServedDirectory.start(OpenLdapFeature.CONTENT_SYNC)) {
            directory.add("dn: ou=Leavers,dc=example,dc=test", "objectClass: organizationalUnit", "ou: Leavers");
            directory.replaceEmbeddedOf(example);
            example.replace("connectors/directory.xml", "  </settings>",
                    "    <setting name=\"delta\" value=\"syncrepl\"/>\n  </settings>");
            Launcher launcher = store.launcher(directory.launcher().environment());
            run(launcher);
            moveToServer(launcher, "--write").endedWith(0);
            try (LDAPConnection connection = directory.connect()) {
                connection.modify(directory.people().getFirst().getDN(),
                        new Modification(ModificationType.REPLACE, "title", "By hand"));
            }

            Command after = run(launcher);
            assertEquals("success", after.result("directory", "delta-import"));
            assertEquals("did not run", after.result("directory", "full-import"));
            assertEquals(1, after.written(), after::toString);
        }
    }
}
