package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.postgresql.PostgresServer;

/** The example with a store whose tables one user owns, and another one, who may only read and write rows, runs. */
class LeastRightsIT {
    @TempDir
    private Path temporary;

    private ConfigurationFolder example;
    private PostgresStore store;
    private PostgresServer server;

    @BeforeEach
    void setUp() {
        example = ConfigurationFolder.example(temporary.resolve("example"));
        store = PostgresStore.create().replaceEmbeddedOf(example);
        server = store.server();
        example.replace("syncline.xml", "user=\"keeper\"", "user=\"" + server.guest() + "\"");
        server.execute("grant usage on schema " + store.schema() + " to " + server.guest());
        server.execute("alter default privileges for role " + server.user() + " in schema " + store.schema()
                + " grant select, insert, update, delete on tables to " + server.guest());
    }

    private Launcher launcher() {
        return store.launcher(Map.of("SYNCLINE_SECRET_OWNER", server.password()));
    }

    private Command run() {
        return launcher().run("run", example.path().toString(), "--json");
    }

    private void update() {
        Command updated = launcher().run("store", "update", example.path().toString(), "--user", server.user(),
                "--secret", "owner").endedWith(0);
        assertEquals("The tables of the store " + store.url() + " are up to date.\n", updated.out());
    }

    private void assertRefused(Command command) {
        assertTrue(command.err().startsWith("syncline: The user 'guest' lacks rights in the store " + store.url())
                && command.err().contains("let the owner run 'syncline store update"), command::toString);
    }

    @Test
    void theOwnerMakesTheTablesAndSomebodyElseRuns() {
        assertRefused(run().endedWith(2));
        update();
        assertEquals("f", server.ask("select has_schema_privilege('guest', '" + store.schema() + "', 'create')"));
        assertEquals("f",
                server.ask("select has_table_privilege('guest', '" + store.schema() + ".watermark', 'truncate')"));

        assertEquals(973, run().endedWith(0).counted("export-add"));
        assertEquals(0, run().endedWith(0).written());
    }

    @Test
    void theOwnerBringsTheTablesOfAnOlderVersionUpToDate() {
        update();
        run().endedWith(0);
        server.execute("alter table " + store.schema() + ".watermark drop column midway");
        server.execute("delete from " + store.schema() + ".databasechangelog where id = 'watermark-midway'");

        assertRefused(run().endedWith(2));
        update();
        assertEquals(0, run().endedWith(0).written());
    }

    @Test
    void aRightThatIsMissingIsNamed() {
        update();
        server.execute("revoke insert on " + store.schema() + ".watermark from guest");
        Command refused = run();
        assertTrue((refused.out() + refused.err()).contains("permission denied for table watermark")
                && (refused.out() + refused.err()).contains("Grant its user select, insert, update and delete"),
                refused::toString);
    }
}
