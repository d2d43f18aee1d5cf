package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** What rows become, and what is said of those that make no sense. */
class SqlImportTest {
    private static final AttributeDefinition NAME = AttributeDefinition.single("name", AttributeType.STRING);

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void columnsAndAttributesNeedNotAgreeInTheirTypes(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (id integer primary key, padded char(6), price decimal(9, 2), born date,
                      local_time timestamp, exact_time timestamp with time zone, flag integer, truth boolean,
                      number_text varchar(9), date_text varchar(10), base64 varchar(20))
                    """);
            database.run(
                    "insert into person values (7, 'ab', 12.50, date '2026-03-01', timestamp '2026-07-01 12:30:00',"
                            + " timestamp with time zone '2026-07-01 12:30:00+02:00', 1, true, '42', '28.02.2026', 'AQI=')");
            People people = People.by("id")
                    .with(AttributeDefinition.single("padded", AttributeType.STRING))
                    .with(AttributeDefinition.single("price", AttributeType.STRING))
                    .with(AttributeDefinition.single("born", AttributeType.DATE))
                    .with(AttributeDefinition.single("local_time", AttributeType.DATE))
                    .with(AttributeDefinition.single("exact_time", AttributeType.DATE))
                    .with(AttributeDefinition.single("flag", AttributeType.BOOLEAN))
                    .with(AttributeDefinition.single("truth", AttributeType.INTEGER))
                    .with(AttributeDefinition.single("number_text", AttributeType.INTEGER))
                    .with(AttributeDefinition.single("date_text", AttributeType.DATE), "date_text", "dd.MM.yyyy",
                            Map.of())
                    .with(AttributeDefinition.single("base64", AttributeType.BINARY));
            try (Connector connector = new SqlConnectorFactory()
                    .open(database.settings(Map.of("zone", "Europe/Berlin"), List.of(people.type())))) {
                Attributes read = people.person()
                        .set("padded", "ab").set("price", "12.50")
                        .set("born", date("2026-03-01T00:00:00Z"))
                        .set("local_time", date("2026-07-01T10:30:00Z"))
                        .set("exact_time", date("2026-07-01T10:30:00Z"))
                        .set("flag", BooleanValue.TRUE).set("truth", new IntegerValue(1))
                        .set("number_text", new IntegerValue(42))
                        .set("date_text", date("2026-02-28T00:00:00Z"))
                        .set("base64", new BinaryValue(new byte[]{1, 2}))
                        .build();
                assertEquals(read, attributes(People.read(connector).getFirst()));
                database.run("update person set padded = null, price = null, born = null, local_time = null,"
                        + " exact_time = null, flag = null, truth = null, number_text = null, date_text = null,"
                        + " base64 = null");
                Attributes nothing = people.person().build();
                assertEquals(nothing, attributes(People.read(connector).getFirst()));
                connector.export(List.of(people.update("7", nothing, read)));
                assertEquals(read, attributes(People.read(connector).getFirst()), "written as it was read");
            }
        }
    }

    @Test
    void rowsThatMakeNoSenseAreErrorsAndTheOthersAreRead() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script("create table person (name varchar(20), age varchar(20), pin varchar(20))");
            for (String row : List.of("'a', '30', null", "null, '31', null", "'b', 'old', null", "'a', '32', null",
                    "'', '33', null", "'c', '34', 'x7'")) {
                database.run("insert into person values (" + row + ")");
            }
            People people = People.by("name").with(NAME)
                    .with(AttributeDefinition.single("age", AttributeType.INTEGER))
                    .with(new AttributeDefinition("pin", AttributeType.INTEGER, false, false, true));
            try (Connector connector = people.in(database)) {
                assertEquals(List.of("a"),
                        People.read(connector).stream().map(change -> change.anchor().text()).toList());
                assertEquals(List.of(
                        "DUPLICATE_ANCHOR table person, row a: Another row has the same anchor; the first one is read."
                                + " Choose an anchor that is unique.",
                        "INVALID_ATTRIBUTE_VALUE table person, row b: attribute 'age', column 'AGE': 'old' is not a"
                                + " whole number. The object stays as it was.",
                        "INVALID_ATTRIBUTE_VALUE table person, row c: attribute 'pin', column 'PIN': the value is not"
                                + " a whole number. The object stays as it was.",
                        "MISSING_ANCHOR table person: The row has no anchor.",
                        "MISSING_ANCHOR table person: The row has no anchor."),
                        People.errors(connector).stream().map(SqlImportTest::text).sorted().toList());
            }
        }
    }

    private static String text(DiscoveryError error) {
        return error.code() + " " + error.place() + ": " + error.message();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void rowsThatShareAnAnchorAreCollected(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("create table job (person varchar(20), title varchar(20), place varchar(20))");
            for (String row : List.of("'a', 'x', 'one'", "'b', 'y', 'two'", "'a', 'z', 'one'", "'c', 'x', null",
                    "'d', 'x', null", "'a', null, null")) {
                database.run("insert into job values (" + row + ")");
            }
            People people = People.by("person")
                    .with(AttributeDefinition.multi("title", AttributeType.STRING))
                    .with(AttributeDefinition.single("place", AttributeType.STRING))
                    .collected()
                    .set(Map.of("query", "select * from job where title <> 'q' or title is null"));
            try (Connector connector = people.in(database)) {
                List<ImportedChange> read = People.read(connector);
                assertEquals(List.of("a", "b", "c", "d"),
                        read.stream().map(change -> change.anchor().text()).toList());
                assertEquals(Set.of(new TextValue("x"), new TextValue("z")),
                        Set.copyOf(attributes(read.getFirst()).get("title").asList()));
                assertEquals("one", attributes(read.getFirst()).text("place"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void anImportSeesOneStateOfTheDatabaseAlsoInSideTables(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (name varchar(20) primary key);
                    create table phone (owner varchar(20), phone varchar(20))
                    """);
            for (String name : List.of("a", "b", "c")) {
                database.run("insert into person values (?)", name);
                database.run("insert into phone values (?, 'before')", name);
            }
            People people = People.by("name").with(NAME).with(
                    AttributeDefinition.multi("phone", AttributeType.STRING),
                    Map.of("table", "phone", "owner", "owner"));
            try (Connector connector = people.in(database);
                    ImportPages pages = connector.read(ImportRequest.full(1))) {
                assertEquals("before", attributes(pages.next().orElseThrow().changes().getFirst()).text("phone"));
                database.run("update phone set phone = 'after'");
                database.run("delete from person where name = 'c'");
                assertEquals("before", attributes(pages.next().orElseThrow().changes().getFirst()).text("phone"));
                assertEquals("before", attributes(pages.next().orElseThrow().changes().getFirst()).text("phone"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aSlipInANameIsAnsweredWithTheNearestOne(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("create table employee (id integer primary key, last_name varchar(20))");
            AttributeDefinition lastName = AttributeDefinition.single("lastName", AttributeType.STRING);
            String table = database.isPostgresql() ? "employee" : "EMPLOYEE";
            String column = database.isPostgresql() ? "last_name" : "LAST_NAME";
            assertEquals("The database has no table or view 'employe' that the user sees, which object type 'person'"
                    + " needs; did you mean '" + table + "'?",
                    refusal(People.by("id").with(lastName).set(Map.of("table", "employe")), database));
            assertEquals("table employee has no column 'lastName', which attribute 'lastName' of object type 'person'"
                    + " needs; did you mean '" + column + "'?",
                    refusal(People.by("id").with(lastName).set(Map.of("table", "employee")), database));
            assertEquals("attribute 'lastName' of object type 'person' may have several values: give it the setting"
                    + " 'table', a side table with a row for each, or give the object type rows=\"collect\".",
                    refusal(People.by("id").with(AttributeDefinition.multi("lastName", AttributeType.STRING))
                            .set(Map.of("table", "employee")), database));
        }
    }

    @Test
    void aRefusedLoginAndAServerThatIsNotThereAreToldApart() {
        try (TestDatabase database = TestDatabase.postgresql()) {
            People people = People.by("id").with(NAME);
            assertEquals(ConnectorException.Code.NO_START_CREDENTIALS,
                    code(database, Map.of("user", "nobody"), people));
            assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                    code(database, Map.of("url", "jdbc:postgresql://127.0.0.1:1/none"), people));
            assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                    code(database, Map.of("url", "jdbc:odd:x"), people));
        }
    }

    private static ConnectorException.Code code(TestDatabase database, Map<String, String> settings, People people) {
        try (Connector connector =
                new SqlConnectorFactory().open(database.settings(settings, List.of(people.type())))) {
            return assertThrows(ConnectorException.class, () -> connector.read(ImportRequest.full(1))).code();
        }
    }

    private static String refusal(People people, TestDatabase database) {
        try (Connector connector = people.in(database)) {
            ConnectorException refusal = assertThrows(ConnectorException.class, () -> People.read(connector));
            assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
            return refusal.getMessage();
        }
    }

    private static Value date(String instant) {
        return new DateValue(Instant.parse(instant));
    }

    private static Attributes attributes(ImportedChange change) {
        return ((ImportedChange.Whole) change).attributes();
    }
}
