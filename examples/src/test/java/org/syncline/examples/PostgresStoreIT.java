package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.app.workspace.Workspace;

/** The example from HR to a directory, with its store on a PostgreSQL server. */
class PostgresStoreIT {
    @TempDir
    private Path temporary;

    private ConfigurationFolder example;
    private PostgresStore store;

    @BeforeEach
    void copy() {
        example = ConfigurationFolder.example(temporary.resolve("example"));
        store = PostgresStore.create().replaceEmbeddedOf(example);
    }

    private Command run(Map<String, String> environment) {
        return new Launcher(environment).run("run", example.path().toString(), "--json");
    }

    @Test
    void aSecondRunHasNothingToDo() {
        Command first = run(store.environment()).endedWith(0);
        assertEquals(973, first.counted("export-add"), first::toString);
        assertEquals(0, run(store.environment()).endedWith(0).written());
        assertFalse(Files.exists(example.store().resolve("store.mv.db")), "an embedded store");
        Command shown = new Launcher(store.environment()).run("show", example.path().toString(), "metaverse", "-w",
                "[sn] = \"Yılmaz\"").endedWith(0);
        assertTrue(shown.out().contains("Yılmaz"), shown::toString);
    }

    @Test
    void aPasswordThatIsMissingOrWrong() {
        Command missing = run(Map.of()).endedWith(2);
        assertTrue(missing.err().contains(
                "The password of the store " + store.url() + " is missing. Put the secret 'store' into the environment"
                        + " variable SYNCLINE_SECRET_STORE"),
                missing::toString);
        Command wrong = run(store.environment("wrong")).endedWith(2);
        assertTrue(
                wrong.err().startsWith(
                        "syncline: The store " + store.url() + " refused the user 'keeper' or the password"),
                wrong::toString);
        assertFalse(Files.exists(example.store().resolve("directory.ldif")), "something was done");
    }

    @Test
    void aStoreThatAnotherProcessUses() {
        try (Workspace ours = Workspace.open(example.path(), store.environment(), Clock.systemUTC())) {
            Command second = run(store.environment()).endedWith(2);
            assertTrue(
                    second.err()
                            .startsWith("syncline: Another process (syncline, pid " + ProcessHandle.current().pid()),
                    second::toString);
            assertEquals(0, ours.store().runHistory().steps(1).size());
        }
        run(store.environment()).endedWith(0);
    }
}
