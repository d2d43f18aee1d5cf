package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.store.StoreMove.MovedTable;
import org.syncline.platform.store.StoredTable.Column;

/** A store arrives in another database as it was, or not at all. */
class StoreMoveTest {
    /** More than fits into a page, and a last page that is not full. */
    private static final int ROWS = 1030;

    /** Among them what PostgreSQL does not hold as it is. */
    private static final List<String> TEXTS =
            List.of("", " Zoë \uD83D\uDE00", "nothing\0there", "half \uD83D", "\u001A0000", "line\r\nend\t'\"\\");

    private static final Set<String> NULLABLE =
            Set.of("connector_space_object.anchor",
                    "connector_space_object.anchor_high", "connector_space_object.dn",
                    "metaverse_reference.contributor_id",
                    "metaverse_reference.rule_id", "object_error.stack", "in_flight.sent", "audit_record.title");

    @TempDir
    private Path folder;

    private StoreAddress address;
    private StorePlace embedded;
    private StorePlace served;

    @BeforeEach
    void fill() {
        address = PostgresStores.newAddress();
        served = StorePlace.on(address);
        embedded = StorePlace.beside(folder.resolve("contoso"));
        StoreMoveTest.fill(embedded);
    }

    private static void fill(StorePlace place) {
        place.fill(tables -> {
            for (StoredTable table : tables.all()) {
                List<Object[]> rows = new ArrayList<>();
                for (int row = 0; row < ROWS; row++) {
                    rows.add(values(table, row));
                }
                tables.write(table, rows);
            }
        });
    }

    private static Object[] values(StoredTable table, int row) {
        return table.columns().stream().map(column -> value(table, column, row)).toArray();
    }

    /** Different ones in the first column and in every column of text, since there are keys. */
    private static Object value(StoredTable table, Column column, int row) {
        if (row % 7 == 1 && NULLABLE.contains(table.name() + "." + column.name())) {
            return null;
        }
        return switch (column.kind()) {
            case NUMBER -> column.equals(table.columns().getFirst()) ? (long) row : (long) -row;
            case FLAG -> row % 2 == 0;
            case TEXT -> TEXTS.get(row % TEXTS.size()) + row;
            case BYTES -> bytes(row);
        };
    }

    /** One of them larger than a page of rows may be. */
    private static byte[] bytes(int row) {
        byte[] bytes = new byte[row == 3 ? 9_000_000 : row % 100];
        Arrays.fill(bytes, (byte) row);
        return bytes;
    }

    private static Map<String, List<String>> rows(StorePlace place) {
        Map<String, List<String>> all = new TreeMap<>();
        place.read(tables -> {
            for (StoredTable table : tables.all()) {
                List<String> rows = new ArrayList<>();
                tables.read(table, page -> page.forEach(row -> rows.add(text(row))));
                rows.sort(null);
                all.put(table.name(), rows);
            }
        });
        return all;
    }

    private static String text(Object[] row) {
        return Arrays.toString(Arrays.stream(row)
                .map(value -> value instanceof byte[] bytes ? bytes.length + ":" + Arrays.hashCode(bytes) : value)
                .toArray());
    }

    private static List<MovedTable> move(StorePlace from, StorePlace to) {
        List<MovedTable> moved = new ArrayList<>();
        StoreMove.run(from, to, moved::add);
        return moved;
    }

    private static void assertRefused(Runnable move, String... words) {
        String message = assertThrows(StoreException.class, move::run).getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), message);
        }
    }

    @Test
    void movesEveryRowToPostgresAndBack() {
        Map<String, List<String>> before = rows(embedded);

        List<MovedTable> moved = move(embedded, served);
        assertEquals(Changelog.tables(), moved.stream().map(MovedTable::name).toList());
        assertTrue(moved.stream().allMatch(table -> table.rows() == ROWS), moved::toString);
        assertEquals(before, rows(served));
        assertEquals(before, rows(embedded), "the source");

        StorePlace back = StorePlace.beside(folder.resolve("back"));
        move(served, back);
        assertEquals(before, rows(back));
    }

    @Test
    void goesOnWithTheNumbersThatNobodyHasUsed() {
        StorePlace used = StorePlace.beside(folder.resolve("used"));
        long last;
        try (Store store = used.open(new SampleTypes())) {
            last = store.connectorSpace().reserveIds(10) + 9;
        }
        move(used, served);
        try (Store store = served.open(new SampleTypes())) {
            assertTrue(store.connectorSpace().reserveIds(1) > last);
        }
    }

    @Test
    void refusesATargetThatIsNotEmpty() {
        fill(served);
        Map<String, List<String>> before = rows(served);
        assertRefused(() -> move(embedded, served), address.url(), "is not empty", "connector_space_object",
                "Name a database or a schema that is empty");
        assertEquals(before, rows(served));
        assertRefused(() -> move(served, StorePlace.beside(folder.resolve("contoso"))), "There is a store in",
                "store.mv.db already");
    }

    @Test
    void refusesToMoveWhatIsNotThere() {
        assertRefused(() -> move(served, StorePlace.beside(folder.resolve("new"))), "There is no store at",
                address.url());
        assertRefused(() -> move(StorePlace.beside(folder.resolve("new")), served), "There is no store at",
                "store.mv.db");
        assertTrue(Files.notExists(folder.resolve("new/.syncline/store.mv.db")));
    }

    @Test
    void refusesAStoreThatSomebodyUses() {
        embedded.read(tables -> assertRefused(() -> move(embedded, served),
                "Another process (pid " + ProcessHandle.current().pid()));
        try (Store store = served.open(new SampleTypes())) {
            assertRefused(() -> move(embedded, served), "Another process (syncline, pid", address.url());
        }
        move(embedded, served);
    }

    @Test
    void refusesAStoreOfAnOlderVersion() {
        fill(served);
        PostgresServer.shared().execute("delete from " + schema() + ".databasechangelog where id = 'import-selection'");
        assertRefused(() -> move(served, StorePlace.beside(folder.resolve("back"))), address.url(),
                "older version", "syncline store update");
    }

    private String schema() {
        return address.url().substring(address.url().indexOf('=') + 1);
    }

    @Test
    void movesNothingWhereARowArrivesOtherwise() {
        served.open(new SampleTypes()).close();
        PostgresServer server = PostgresServer.shared();
        server.execute("create function " + schema() + ".spoil() returns trigger language plpgsql as "
                + "'begin if new.id = 7 then new.target := ''spoiled''; end if; return new; end'");
        server.execute("create trigger spoil before insert on " + schema() + ".connector_space_reference for each row"
                + " execute function " + schema() + ".spoil()");
        assertRefused(() -> move(embedded, served), "Table connector_space_reference", ROWS + " rows",
                "nothing was moved");
        server.execute("drop trigger spoil on " + schema() + ".connector_space_reference");
        assertEquals(rows(embedded).keySet().size(), move(embedded, served).size());
    }

    /** Dies when half of the tables have arrived. */
    static final class Dying {
        public static void main(String[] arguments) {
            StorePlace from = place(arguments, 0);
            List<MovedTable> moved = new ArrayList<>();
            StoreMove.run(from, place(arguments, 3), table -> {
                moved.add(table);
                if (moved.size() == 15) {
                    Runtime.getRuntime().halt(7);
                }
            });
        }

        private static StorePlace place(String[] arguments, int at) {
            return arguments[at + 1].isEmpty()
                    ? StorePlace.beside(Path.of(arguments[at]))
                    : StorePlace.on(new StoreAddress(arguments[at], arguments[at + 1], arguments[at + 2]));
        }
    }

    private void die(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Dying.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(7, process.exitValue());
    }

    @Test
    void beginsAgainWhereAProcessDiedInTheMidstOfIt() throws Exception {
        Map<String, List<String>> before = rows(embedded);
        String here = folder.resolve("contoso").toString();
        die(here, "", "", address.url(), address.user(), address.password());
        move(embedded, served);
        assertEquals(before, rows(served));

        Path back = folder.resolve("back");
        die(address.url(), address.user(), address.password(), back.toString(), "", "");
        assertTrue(Files.notExists(back.resolve(".syncline/store.mv.db")));
        move(served, StorePlace.beside(back));
        assertEquals(before, rows(StorePlace.beside(back)));
    }
}
