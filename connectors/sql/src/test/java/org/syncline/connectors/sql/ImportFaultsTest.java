package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** A database that fails while it is read, or no longer has what an import needs. */
class ImportFaultsTest {
    private static final AttributeDefinition NAME = AttributeDefinition.single("name", AttributeType.STRING);
    private static final AttributeDefinition MAIL = AttributeDefinition.single("mail", AttributeType.STRING);
    private static final String TABLE =
            "create table person (name varchar(20) primary key, mail varchar(40), nr integer, ended boolean)";
    private static final int ROWS = 2_000;
    private static final int PAGE = 10;

    private final People people =
            People.by("name").with(NAME).set(Map.of("watermark", "nr", "overlap", "0", "deleted", "ended"));
    private final List<ImportPage> read = new ArrayList<>();

    private static TestDatabase filled(TestDatabase database) {
        database.script(TABLE);
        add(database, 1, ROWS);
        return database;
    }

    private static void add(TestDatabase database, int from, int to) {
        database.run("insert into person (name, nr) select 'p' || x, x from "
                + (database.isPostgresql() ? "generate_series" : "system_range") + "(" + from + ", " + to
                + ") as s(x)");
    }

    private Watermark full(Connector connector) {
        return People.pages(connector, ImportRequest.full(PAGE)).getLast().watermark().orElseThrow();
    }

    private long count(Connector connector, ImportRequest request) {
        return People.pages(connector, request).stream().mapToLong(page -> page.changes().size()).sum();
    }

    /** Reads a page, stops the database, and reads on. */
    private void assertBreaksOff(TestDatabase database, Connector connector, ImportRequest request) {
        try (ImportPages pages = connector.read(request)) {
            read.add(pages.next().orElseThrow());
            database.stop();
            ConnectorException broken = assertThrows(ConnectorException.class, () -> {
                for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                    read.add(page.get());
                }
            });
            assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
            assertSays(broken, "Connector 'hr': reading object type 'person' (table person) at '",
                    "The connection broke",
                    "See whether the database runs and can be reached, and run the step again.");
        }
        assertTrue(read.stream().allMatch(page -> page.watermark().isEmpty()), "nothing can be concluded");
        assertTrue(read.size() < ROWS / PAGE, "not everything was read");
    }

    /** In any case: H2 writes names in capitals. */
    private static void assertSays(ConnectorException failure, String... words) {
        String message = failure.getMessage().toLowerCase(Locale.ROOT);
        for (String each : words) {
            assertTrue(message.contains(each.toLowerCase(Locale.ROOT)), failure::getMessage);
        }
    }

    private static void assertRefused(ConnectorException.Code code, Executable reading, String... words) {
        ConnectorException refused = assertThrows(ConnectorException.class, reading);
        assertEquals(code, refused.code());
        assertSays(refused, words);
    }

    @Test
    void aFullImportThatBreaksOffConcludesNothingAndTheNextOneReadsAll() {
        try (TestDatabase database = filled(TestDatabase.postgresql()); Connector connector = people.in(database)) {
            assertBreaksOff(database, connector, ImportRequest.full(PAGE));
            assertEquals(ROWS, count(connector, ImportRequest.full(PAGE)));
        }
    }

    @Test
    void aFullImportOfAnEmbeddedEngineThatIsShutDownConcludesNothing() {
        try (TestDatabase database = filled(TestDatabase.h2()); Connector connector = people.in(database)) {
            assertBreaksOff(database, connector, ImportRequest.full(PAGE));
        }
    }

    @Test
    void aDeltaImportThatBreaksOffIsResumedWhereItBegan() {
        try (TestDatabase database = filled(TestDatabase.postgresql()); Connector connector = people.in(database)) {
            Watermark watermark = full(connector);
            add(database, ROWS + 1, 2 * ROWS);
            assertBreaksOff(database, connector, ImportRequest.delta(watermark, PAGE));
            assertEquals(ROWS, count(connector, ImportRequest.delta(watermark, PAGE)));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aColumnThatWasDroppedIsNamedWithWhoNeedsIt(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open(); Connector connector = people.with(MAIL).in(database)) {
            database.script(TABLE);
            full(connector);
            database.run("alter table person drop column mail");
            assertRefused(ConnectorException.Code.INVALID_SETTING, () -> full(connector),
                    "table person has no column 'mail'", "of object type 'person'");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aTableThatWasDroppedIsNamedWithWhoNeedsIt(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open(); Connector connector = people.in(database)) {
            database.script(TABLE);
            full(connector);
            database.run("alter table person rename to persons");
            assertRefused(ConnectorException.Code.INVALID_SETTING, () -> full(connector),
                    "no table or view 'person'", "which object type 'person' needs; did you mean 'persons'?");
        }
    }

    @Test
    void aViewThatBecameInvalidIsNamedWithWhoNeedsIt() {
        try (TestDatabase database = TestDatabase.h2(); Connector connector = people.in(database)) {
            database.run("create force view person as select * from gone");
            assertRefused(ConnectorException.Code.INVALID_SETTING, () -> full(connector),
                    "The database refuses to read table person, which object type 'person' needs: ", "GONE",
                    "Compare the tables and columns of the connector with those of the database.");
        }
    }

    @Test
    void aViewThatFailsOnceItIsReadIsNamed() {
        try (TestDatabase database = TestDatabase.postgresql(); Connector connector = people.in(database)) {
            database.run("create table detail (name varchar(20))");
            database.run("create function named(text) returns text language plpgsql as"
                    + " $$ begin return (select min(name) from detail where name = $1); end $$");
            database.run("create table base (name varchar(20), nr integer, ended boolean)");
            database.run("insert into base values ('a', 1, false)");
            database.run("create view person as select named(name) as name, nr, ended from base");
            database.run("drop table detail");
            assertRefused(ConnectorException.Code.STOPPED_CONNECTIVITY, () -> full(connector),
                    "reading object type 'person' (table person)", "\"detail\" does not exist",
                    "Compare the tables and columns of the connector with those of the database.");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aWatermarkThatWentBackNeedsAFullImportWhereDeletedRowsStay(TestDatabase.Kind kind) {
        try (TestDatabase database = filled(kind.open()); Connector connector = people.in(database)) {
            Watermark watermark = full(connector);
            database.run("update person set nr = nr - 100");
            assertExpired(connector, watermark, "Object type 'person' (table person): the column 'nr' held 2000",
                    "now holds at most 1900, as after a restore from a backup.");
            assertEquals(0, count(connector, ImportRequest.delta(full(connector), PAGE)));
        }
    }

    @Test
    void aWatermarkThatWentBackIsSaidWhereRowsMayJustHaveBeenDeletedAndLaterChangesAreFound() {
        people.set(Map.of("watermark", "nr", "overlap", "0"));
        try (TestDatabase database = filled(TestDatabase.h2()); Connector connector = people.in(database)) {
            Watermark watermark = full(connector);
            database.run("delete from person where nr > 1900");
            Watermark back = People.pages(connector, ImportRequest.delta(watermark, PAGE)).getLast().watermark()
                    .orElseThrow();
            assertTrue(connector.remarks().getFirst().endsWith("held 2000 when it was last read and now holds at most"
                    + " 1900: its newest rows were deleted, or the table was restored from a backup. Run a full"
                    + " import."), connector.remarks()::toString);
            add(database, 1901, 1903);
            assertEquals(3, count(connector, ImportRequest.delta(back, PAGE)));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void changesThatWereRemovedUnreadNeedAFullImport(TestDatabase.Kind kind) {
        people.set(Map.of("changes", "change", "changes-order", "nr", "overlap", "0"));
        try (TestDatabase database = filled(kind.open()); Connector connector = people.in(database)) {
            database.run("create table change (nr integer, name varchar(20))");
            database.run("insert into change values (1, 'p1'), (2, 'p2')");
            Watermark watermark = full(connector);
            database.run("insert into change values (3, 'p3'), (4, 'p4'), (5, 'p5')");
            database.run("delete from change where nr = 1");
            assertEquals(3, count(connector, ImportRequest.delta(watermark, PAGE)), "what was read may go");
            database.run("delete from change where nr <= 3");
            assertExpired(connector, watermark, "Changes were last read up to 2 of the column 'nr', and table change"
                    + " begins at 4: changes may have been removed unread.");
            database.run("delete from change");
            assertExpired(connector, watermark, "table change is empty");
            database.run("insert into change values (1, 'p1')");
            assertExpired(connector, watermark, "Object type 'person': in table change the column 'nr' held 2",
                    "now holds at most 1: it counts anew.");
        }
    }

    private void assertExpired(Connector connector, Watermark watermark, String... words) {
        assertRefused(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                () -> count(connector, ImportRequest.delta(watermark, PAGE)), words);
        assertRefused(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                () -> count(connector, ImportRequest.delta(watermark, PAGE)), "Run a full import.");
    }

    @Test
    void changeTrackingThatForgotOrWasEnabledAnewNeedsAFullImport() throws Exception {
        try (TestDatabase database = TestDatabase.h2(); Connection connection = database.another()) {
            database.script(TABLE);
            database.script(ImitatedTracking.FUNCTIONS);
            SqlSettings settings = SqlSettings.of(database.settings(List.of(people.type())));
            SourceTable table = SourceTable.of(people.type(), new Relations(connection, Dialect.H2), settings);
            ChangeTracking tracking = new ChangeTracking(table, new Database(settings));

            assertEquals("50", tracking.mark(connection));
            assertRefused(ConnectorException.Code.FULL_IMPORT_REQUIRED, () -> tracking.since("19", connection, PAGE),
                    "Object type 'person' (table person): change tracking keeps changes for a time",
                    "Run a full import.");
            assertEquals("50", tracking.next("20", tracking.mark(connection)));
            assertRefused(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    () -> tracking.next("51", tracking.mark(connection)),
                    "change tracking was at version 51 when it was last read and is at 50", "Run a full import.");
        }
    }
}
