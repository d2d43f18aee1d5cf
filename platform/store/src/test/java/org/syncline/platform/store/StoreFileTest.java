package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.Watermarks.ImportState;

/** What an administrator is told when the store's file cannot be used, and what is there after a crash. */
class StoreFileTest {
    @TempDir
    private Path configuration;

    private Store open() {
        return JdbcStore.open(configuration, new SampleTypes());
    }

    private Path file() {
        return configuration.resolve(".syncline").resolve("store.mv.db");
    }

    private String refusal() {
        return assertThrows(StoreException.class, this::open).getMessage();
    }

    @Test
    void saysThatTheFolderCannotBeWritten() throws IOException {
        Files.writeString(configuration.resolve(".syncline"), "a file where the folder should be");
        String refusal = refusal();
        assertTrue(refusal.contains("cannot be written") && refusal.contains(".syncline"), refusal);
    }

    @Test
    void saysWhoIsUsingTheStore() {
        try (Store store = open()) {
            store.watermarks().keep("hr", ImportState.NEVER_READ);
            String refusal = refusal();
            assertTrue(refusal.startsWith("Another process (pid " + ProcessHandle.current().pid()), refusal);
            assertTrue(refusal.contains("Wait until it has ended, or stop it"), refusal);
        }
        open().close();
    }

    @Test
    void whoDiedWhileTablesWereMadeLeavesNothingBehind() throws Exception {
        Path next = configuration.resolve(".syncline/store-next");
        Files.createDirectories(next.getParent());
        try (Connection half = DriverManager.getConnection("jdbc:h2:file:" + next.toAbsolutePath(), "syncline", "");
                Statement statement = half.createStatement()) {
            statement.execute("create table number_block (half int)");
        }
        open().close();
        assertTrue(Files.exists(file()));
        assertFalse(Files.exists(configuration.resolve(".syncline/store-next.mv.db")));
    }

    @Test
    void saysThatAStoreIsLostWhichClosedItself() throws Exception {
        String url = "jdbc:h2:file:" + configuration.resolve(".syncline/store").toAbsolutePath();
        Store store = open();
        try (Connection within = DriverManager.getConnection(url, "syncline", "");
                Statement statement = within.createStatement()) {
            statement.execute("shutdown immediately");
        }
        StoreException refusal = assertThrows(
                StoreException.class,
                () -> store.inTransaction(() -> store.watermarks().keep("hr", ImportState.NEVER_READ)));
        assertTrue(refusal.isLost(), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("The store closed itself"), refusal.getMessage());
        store.close();
        open().close();
    }

    @Test
    void changesTheTablesOfAnOlderStoreInACopy() throws Exception {
        try (Store store = open()) {
            store.inTransaction(() -> store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("7")));
        }
        String url = "jdbc:h2:file:" + configuration.resolve(".syncline/store").toAbsolutePath();
        try (Connection older = DriverManager.getConnection(url, "syncline", "");
                Statement statement = older.createStatement()) {
            statement.execute("drop table wake_time");
            statement.execute("delete from databasechangelog where id = 'wake-time'");
        }
        try (Store store = open()) {
            assertEquals("7", store.watermarks().of("hr").watermark());
        }
        assertFalse(Files.exists(configuration.resolve(".syncline/store-next.mv.db")));
    }

    @Test
    void saysThatTheFileIsDamaged() throws IOException {
        open().close();
        byte[] noise = new byte[20_000];
        new Random(5).nextBytes(noise);
        Files.write(file(), noise);
        String refusal = refusal();
        assertTrue(refusal.contains("damaged") && refusal.contains("backup"), refusal);
        assertTrue(refusal.contains(file().toString()), refusal);
    }

    @Test
    void releasesTheFolderWhenItCannotOpenTheFile() throws IOException {
        open().close();
        byte[] good = Files.readAllBytes(file());
        Files.write(file(), new byte[5000]);
        refusal();
        Files.write(file(), good);
        open().close();
    }

    /** Commits, then dies like a process that is killed. */
    static final class Dying {
        public static void main(String[] arguments) {
            Store store = JdbcStore.open(Path.of(arguments[0]), new SampleTypes());
            store.inTransaction(() -> store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("kept")));
            store.makeDurable();
            store.inTransaction(() -> {
                store.watermarks().keep("hr", ImportState.NEVER_READ.resumeAt("not committed"));
                Runtime.getRuntime().halt(7);
            });
        }
    }

    @Test
    void keepsWhatWasDurableWhenTheProcessIsKilled() throws Exception {
        Process process = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                Dying.class.getName(), configuration.toString()).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(7, process.exitValue());

        try (Store store = open()) {
            assertEquals("kept", store.watermarks().of("hr").watermark());
            assertEquals(List.of(), store.runHistory().steps(1));
        }
    }
}
