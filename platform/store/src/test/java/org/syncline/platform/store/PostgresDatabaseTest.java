package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.Watermarks.ImportState;

/** What an administrator is told when a store on PostgreSQL cannot be used, and that one process has it at a time. */
class PostgresDatabaseTest {
    private final PostgresServer server = PostgresServer.shared();
    private final StoreAddress address = PostgresStores.newAddress();

    private static Store open(StoreAddress address) {
        return JdbcStore.open(address, new SampleTypes());
    }

    private static void assertRefused(StoreAddress address, String... words) {
        String message = assertThrows(StoreException.class, () -> open(address)).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    private StoreAddress at(String url) {
        return new StoreAddress(url, server.user(), server.password());
    }

    private String schema() {
        return address.url().substring(address.url().indexOf('=') + 1);
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        assertRefused(at("jdbc:postgresql://127.0.0.1:1/syncline"), "jdbc:postgresql://127.0.0.1:1/syncline",
                "cannot be reached", "Check host and port");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertRefused(at("jdbc:postgresql://nowhere.invalid/syncline"), "cannot be reached", "Check host and port");
    }

    @Test
    void saysThatThePasswordIsWrongWithoutShowingIt() {
        StoreAddress wrong = new StoreAddress(address.url(), server.user(), "guessed");
        assertRefused(wrong, "refused the user 'keeper' or the password", "the secret it names");
        String message = assertThrows(StoreException.class, () -> open(wrong)).getMessage();
        assertTrue(!message.contains("guessed") && !wrong.toString().contains("guessed"), message);
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() {
        assertRefused(at(server.url("of_dreams")), "does not exist", "create database ... owner keeper");
    }

    @Test
    void saysThatTheSchemaDoesNotExist() {
        assertRefused(at(server.url("postgres") + "?currentSchema=of_dreams"), "a schema that does not exist",
                "authorization keeper");
    }

    @Test
    void saysThatTheUserLacksRights() {
        server.execute("grant usage on schema " + schema() + " to guest");
        assertRefused(new StoreAddress(address.url(), server.guest(), server.password()),
                "The user 'guest' lacks rights", "permission denied", "owner");
    }

    @Test
    void leavesTheStoreOfANewerVersionAlone() {
        open(address).close();
        server.execute("update " + schema() + ".databasechangelog set id = 'of-tomorrow' where id = 'watermark'");
        assertRefused(address, "newer version of Syncline", "of-tomorrow", address.url());
    }

    @Test
    void catchesUpWithANewVersion() {
        open(address).close();
        server.execute("alter table " + schema() + ".watermark drop column midway");
        server.execute("delete from " + schema() + ".databasechangelog where id = 'watermark-midway'");
        try (Store store = open(address)) {
            assertEquals(ImportState.NEVER_READ, store.watermarks().of("hr"));
        }
    }

    @Test
    void holdsAStoreInEachSchema() {
        try (Store one = open(address); Store other = open(PostgresStores.newAddress())) {
            one.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("one"));
            assertEquals(ImportState.NEVER_READ, other.watermarks().of("hr"));
        }
    }

    @Test
    void saysWhoIsUsingTheStore() {
        try (Store store = open(address)) {
            store.watermarks().keep("hr", ImportState.NEVER_READ);
            assertRefused(address, "Another process (syncline, pid " + ProcessHandle.current().pid() + " on ",
                    "since 2",
                    "is using the store " + address.url(), "Wait until it has ended, or stop it");
        }
        open(address).close();
    }

    @ParameterizedTest(name = "connection {0} of 2")
    @ValueSource(ints = {1, 2})
    void givesTheStoreToNobodyElseWhileAConnectionOfItsProcessLives(int lost) {
        Store store = open(address);
        String holders =
                "select pid from pg_locks where locktype = 'advisory' and objid = hashtext('" + schema() + "')::oid"
                        + " order by classid::bigint " + (lost == 1 ? "" : "desc") + " limit 1";
        server.execute("select pg_terminate_backend((" + holders + "), 5000)");

        assertRefused(address, "Another process");
        String message = assertThrows(StoreException.class, () -> write(store)).getMessage();
        assertTrue(message.contains("The connection to the store was lost"), message);
        store.close();
        open(address).close();
    }

    /** Something that needs both connections. */
    private static void write(Store store) {
        store.connectorSpace().reserveIds(1);
        store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("written"));
    }

    /** Commits, then waits to be killed in the midst of a transaction. */
    static final class Dying {
        public static void main(String[] arguments) {
            Store store = open(new StoreAddress(arguments[0], arguments[1], arguments[2]));
            store.inTransaction(() -> store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("kept")));
            store.makeDurable();
            store.inTransaction(() -> {
                store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("not committed"));
                Runtime.getRuntime().halt(7);
            });
        }
    }

    @Test
    void isThereForTheNextProcessWhenOneDies() throws Exception {
        Process process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                Dying.class.getName(), address.url(), address.user(), address.password()).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(7, process.exitValue());

        try (Store store = open(address)) {
            assertEquals("kept", store.watermarks().of("hr").watermark());
            assertEquals(List.of(), store.runHistory().steps(1));
        }
    }
}
