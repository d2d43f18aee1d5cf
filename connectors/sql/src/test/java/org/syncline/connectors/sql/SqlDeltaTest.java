package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** What changes are found, and what an administrator is told of those that are not. */
class SqlDeltaTest {
    private static final AttributeDefinition NAME = AttributeDefinition.single("name", AttributeType.STRING);

    private Watermark watermark;

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aChangeThatIsCommittedLateIsFoundWithinTheOverlap(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("create table person (name varchar(20) primary key, changed timestamp)");
            database.run("insert into person values ('a', timestamp '2026-03-01 12:00:00')");
            People people = People.by("name").with(NAME).set(Map.of("watermark", "changed", "overlap", "PT10S"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(10));
                database.run("insert into person values ('late', timestamp '2026-03-01 11:59:55'),"
                        + " ('too late', timestamp '2026-03-01 11:59:50'), ('b', timestamp '2026-03-01 12:00:30')");
                assertEquals(Set.of("a", "late", "b"), Set.copyOf(changes(connector)));
                assertEquals(List.of("b"), changes(connector), "the mark went on");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aRowThatIsMarkedAsDeletedIsGone(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("create table person (name varchar(20) primary key, nr integer, ended date)");
            database.run("insert into person values ('a', 1, null), ('b', 2, null), ('c', 3, date '2026-01-01')");
            People people = People.by("name").with(NAME)
                    .set(Map.of("watermark", "nr", "overlap", "0", "deleted", "ended"));
            try (Connector connector = people.in(database)) {
                assertEquals(List.of("a", "b"), read(connector, ImportRequest.full(10)));
                database.run("update person set nr = 4, ended = date '2026-02-01' where name = 'a'");
                assertEquals(List.of("gone a"), changes(connector));
                assertEquals(List.of(), connector.remarks());
            }
        }
    }

    @Test
    void anAdministratorIsToldThatDeletedRowsAreNotSeen() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script("create table person (name varchar(20) primary key, nr integer)");
            People people = People.by("name").with(NAME).set(Map.of("watermark", "nr"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(10));
                assertEquals(List.of(), connector.remarks(), "a full import sees everything");
                changes(connector);
                changes(connector);
                assertEquals(List.of("Changes of 'person' are found by a column of the rows that are there: rows that"
                        + " were deleted are seen only by a full import. Name the column that marks them in the setting"
                        + " 'deleted', or run full imports from time to time."), connector.remarks());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void changesThatWereReadAreConsumedOnceTheImportAfterThemBegins(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (name varchar(20) primary key);
                    create table change (nr integer, name varchar(20), kind varchar(9))
                    """);
            database.run("insert into person values ('a'), ('b')");
            database.run("insert into change values (1, 'a', 'insert'), (2, 'b', 'insert')");
            People people = People.by("name").with(NAME).set(Map.of(
                    "changes", "change", "changes-order", "nr", "changes-consumed", "true", "overlap", "1"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(10));
                database.run("delete from person where name = 'a'");
                database.run("insert into change values (3, 'a', 'delete'), (4, 'b', 'update'), (5, 'b', 'update')");
                Watermark before = watermark;
                assertEquals(Set.of("gone a", "b"), Set.copyOf(changes(connector)));
                assertEquals(numbers(2, 3, 4, 5), database.ask("select nr from change order by nr"));
                read(connector, ImportRequest.delta(before, 10));
                assertEquals(numbers(2, 3, 4, 5), database.ask("select nr from change order by nr"),
                        "what was not kept can be read again");
                changes(connector);
                assertEquals(numbers(5), database.ask("select nr from change order by nr"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void changesOfSideTablesAloneAreFoundByTheirOwnWatermarks(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (name varchar(20) primary key, nr integer);
                    create table phone (owner varchar(20), phones varchar(20), nr integer);
                    create table room (owner varchar(20), rooms varchar(20), nr integer)
                    """);
            database.run("insert into person values ('a', 1), ('b', 2), ('c', 3), ('d', 4)");
            database.run("insert into phone values ('a', '7', 90)");
            Map<String, String> sideTable = Map.of("owner", "owner", "watermark", "nr");
            People people = People.by("name").with(NAME)
                    .with(AttributeDefinition.multi("phones", AttributeType.STRING), and(sideTable, "table", "phone"))
                    .with(AttributeDefinition.multi("rooms", AttributeType.STRING), and(sideTable, "table", "room"))
                    .set(Map.of("watermark", "nr", "overlap", "0"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(2));
                assertEquals(List.of(), changes(connector));
                database.run("insert into phone values ('b', '8', 91), ('b', '9', 92)");
                database.run("insert into room values ('c', 'R1', 1)");
                database.run("update person set nr = 5 where name = 'd'");
                assertEquals(Set.of("b", "c", "d"), Set.copyOf(changes(connector)));
                assertEquals(List.of(), changes(connector), "all marks went on");
                database.run("insert into room values ('a', 'R2', 2)");
                assertEquals(List.of("a"), changes(connector));
            }
        }
    }

    private static Map<String, String> and(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    @Test
    void aWatermarkOfASideTableThatIsAddedLaterNeedsAFullImport() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script("""
                    create table person (name varchar(20) primary key, nr integer);
                    create table phone (name varchar(20), phones varchar(20), nr integer)
                    """);
            AttributeDefinition phones = AttributeDefinition.multi("phones", AttributeType.STRING);
            People people = People.by("name").with(NAME).set(Map.of("watermark", "nr"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(10));
            }
            try (Connector connector =
                    people.with(phones, Map.of("table", "phone", "watermark", "nr")).in(database)) {
                assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                        assertThrows(ConnectorException.class, () -> changes(connector)).code());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aViewTellsWhatChanged(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (name varchar(20) primary key);
                    create table audit (nr integer, what varchar(9), whom varchar(20));
                    create view person_change as select nr, whom as name from audit where what = 'person'
                    """);
            database.run("insert into person values ('a'), ('b')");
            People people = People.by("name").with(NAME)
                    .set(Map.of("changes", "person_change", "changes-order", "nr", "overlap", "0"));
            try (Connector connector = people.in(database)) {
                read(connector, ImportRequest.full(10));
                database.run("delete from person where name = 'a'");
                database.run("insert into audit values (1, 'person', 'a'), (2, 'room', 'b')");
                assertEquals(List.of("gone a"), changes(connector));
            }
        }
    }

    @Test
    void changesAreReadOnlyIfEveryTypeSaysHow() {
        try (TestDatabase database = TestDatabase.h2()) {
            People without = People.by("name").with(NAME);
            People with = People.by("name").with(NAME).set(Map.of("watermark", "nr"));
            SqlConnectorFactory factory = new SqlConnectorFactory();
            assertEquals(false, factory.capabilities(database.settings(List.of(with.type(), without.type())))
                    .contains(Capability.DELTA_IMPORT));
            assertEquals(true, factory.capabilities(database.settings(List.of(with.type())))
                    .contains(Capability.DELTA_IMPORT));
        }
    }

    @Test
    void aWatermarkOfAnotherKindNeedsAFullImport() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script("create table person (name varchar(20) primary key, nr integer, changed timestamp)");
            database.run("insert into person values ('a', 1, timestamp '2026-03-01 12:00:00')");
            try (Connector connector = People.by("name").with(NAME).set(Map.of("watermark", "nr")).in(database)) {
                read(connector, ImportRequest.full(10));
            }
            try (Connector connector = People.by("name").with(NAME).set(Map.of("watermark", "changed")).in(database)) {
                assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                        assertThrows(ConnectorException.class, () -> changes(connector)).code());
            }
        }
    }

    private static List<List<Object>> numbers(Object... numbers) {
        return List.of(numbers).stream().map(List::of).toList();
    }

    private List<String> changes(Connector connector) {
        return read(connector, ImportRequest.delta(watermark, 10));
    }

    private List<String> read(Connector connector, ImportRequest request) {
        List<ImportPage> pages = People.pages(connector, request);
        watermark = pages.stream().map(ImportPage::watermark).flatMap(Optional::stream).findFirst().orElseThrow();
        return pages.stream().flatMap(page -> page.changes().stream())
                .map(change -> (change instanceof ImportedChange.Deleted ? "gone " : "") + change.anchor())
                .toList();
    }
}
