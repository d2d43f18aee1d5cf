package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** Rows that are written, and what becomes of the others when one is refused. */
class SqlExportTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final AttributeDefinition MAIL = AttributeDefinition.single("mail", AttributeType.STRING);
    private static final AttributeDefinition TITLE = AttributeDefinition.single("title", AttributeType.STRING);
    private static final AttributeDefinition PHONES = AttributeDefinition.multi("phones", AttributeType.STRING);

    private static final String TABLE = """
            create table person (
              id integer generated always as identity primary key,
              login varchar(20) not null unique, mail varchar(40), title varchar(40) default 'none',
              check (mail <> 'forbidden'))
            """;

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aRowThatIsRefusedInTheMiddleOfABatchConcernsNoOther(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            People people = People.by("id").with(LOGIN).with(MAIL);
            try (Connector connector = people.in(database)) {
                List<ExportOperation> operations = new ArrayList<>();
                for (String login : List.of("a", "b", "b", "c", "a far too long login name", "d")) {
                    operations.add(people.add("login", login));
                }
                operations.add(new ExportOperation.Add(
                        people.person().set("login", "e").set("mail", "forbidden").build()));
                operations.add(people.add("mail", "nobody@example.com"));
                List<String> answers = People.answers(connector.export(operations));
                assertEquals(List.of("ALREADY_EXISTS", "CONSTRAINT_VIOLATION", "CONSTRAINT_VIOLATION"),
                        List.of(answers.get(2).split(" ")[0], answers.get(4).split(" ")[0],
                                answers.get(6).split(" ")[0]));
                assertEquals("CONSTRAINT_VIOLATION", answers.get(7).split(" ")[0]);
                assertEquals(List.of("a", "b", "c", "d"), logins(database));
                for (int index : List.of(0, 1, 3, 5)) {
                    String login = operations.get(index) instanceof ExportOperation.Add add
                            ? add.attributes().text("login")
                            : null;
                    assertEquals("ok " + database.ask("select id from person where login = ?", login)
                            .getFirst().getFirst(), answers.get(index), "the key that the database made");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void theGuiltyAttributeIsNamedInPlainWords(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            People people = People.by("id").with(LOGIN).with(MAIL);
            try (Connector connector = people.in(database)) {
                connector.export(List.of(people.add("login", "a")));
                ExportResult.Rejected unique = assertInstanceOf(ExportResult.Rejected.class,
                        connector.export(List.of(people.add("login", "a"))).getFirst());
                assertEquals("login", unique.attribute());
                assertTrue(
                        unique.message().startsWith("Another row has the same value, of which there may be only one"),
                        unique::message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void databasesShowValuesSoNothingIsShownOfAnObjectWithSensitiveOnes(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            People people = People.by("id")
                    .with(new AttributeDefinition("login", AttributeType.STRING, false, false, true));
            try (Connector connector = people.in(database)) {
                connector.export(List.of(people.add("login", "secret-7")));
                ExportResult.Rejected unique = assertInstanceOf(ExportResult.Rejected.class,
                        connector.export(List.of(people.add("login", "secret-7"))).getFirst());
                assertTrue(!unique.message().contains("secret-7"), unique::message);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void anUpdateWritesTheChangedColumnsAlone(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            database.run("insert into person (login, mail) values ('a', 'a@example.com')");
            People people = People.by("login").with(LOGIN).with(MAIL).with(TITLE);
            try (Connector connector = people.in(database)) {
                Attributes before = people.person().set("login", "a").set("mail", "a@example.com").build();
                database.run("update person set title = 'theirs'");
                connector.export(List.of(people.update("a", before, before.with("mail", Absence.NULL))));
                List<Object> row = new ArrayList<>();
                row.add(null);
                row.add("theirs");
                assertEquals(List.of(row), database.ask("select mail, title from person"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aColumnWithoutValueTakesItsDefault(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            People people = People.by("id").with(LOGIN).with(TITLE);
            try (Connector connector = people.in(database)) {
                connector.export(List.of(people.add("login", "a")));
                assertEquals("none", database.ask("select title from person").getFirst().getFirst());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void aDoubledRowIsSaidAndNotTouchedAndTheOthersAreWritten(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("create table person (login varchar(20), mail varchar(40))");
            for (String login : List.of("a", "b", "b", "c")) {
                database.run("insert into person values (?, 'old')", login);
            }
            People people = People.by("login").with(LOGIN).with(MAIL);
            try (Connector connector = people.in(database)) {
                List<ExportOperation> operations = new ArrayList<>();
                for (String login : List.of("a", "b", "c", "gone")) {
                    Attributes before = people.person().set("login", login).set("mail", "old").build();
                    operations.add(people.update(login, before, before.with("mail", new TextValue("new"))));
                }
                operations.add(People.delete("b"));
                assertEquals(List.of("ok a", "CONSTRAINT_VIOLATION", "ok c", "NO_SUCH_OBJECT", "CONSTRAINT_VIOLATION"),
                        People.answers(connector.export(operations)));
                assertEquals(List.of(List.of("a", "new"), List.of("b", "old"), List.of("b", "old"),
                        List.of("c", "new")), database.ask("select login, mail from person order by login"));
            }
        }
    }

    @Test
    void aRowThatIsRefusedAtTheCommitConcernsNoOther() {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.script("""
                    create table company (name varchar(20) primary key);
                    create table person (login varchar(20) primary key,
                      mail varchar(40) references company deferrable initially deferred)
                    """);
            database.run("insert into company values ('here')");
            People people = People.by("login").with(LOGIN).with(MAIL);
            try (Connector connector = people.in(database)) {
                List<ExportOperation> operations = new ArrayList<>();
                for (String login : List.of("a", "b", "c", "d", "e")) {
                    operations.add(new ExportOperation.Add(people.person().set("login", login)
                            .set("mail", login.equals("c") ? "nowhere" : "here").build()));
                }
                assertEquals(List.of("ok a", "ok b", "CONSTRAINT_VIOLATION mail", "ok d", "ok e"),
                        People.answers(connector.export(operations)));
                assertEquals(List.of("a", "b", "d", "e"), logins(database));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void anchorsOfSeveralColumnsLeadToRowsAndSideRows(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (company varchar(20), nr integer, title varchar(40), primary key (company, nr));
                    create table phone (c varchar(20), n integer, phone varchar(20), label varchar(20),
                      foreign key (c, n) references person)
                    """);
            People people = People.by("company", "nr")
                    .with(AttributeDefinition.single("company", AttributeType.STRING))
                    .with(AttributeDefinition.single("nr", AttributeType.INTEGER))
                    .with(TITLE)
                    .with(PHONES, "phone", null, Map.of("table", "phone", "owner", "c n"));
            try (Connector connector = people.in(database)) {
                Attributes anna = people.person().set("company", "a|b\\c").set("nr", new IntegerValue(7))
                        .set("phones", List.of(new TextValue("1"), new TextValue("2"))).build();
                Anchor anchor = Anchor.of(List.of("a|b\\c", "7"));
                assertEquals(List.of("ok " + anchor),
                        People.answers(connector.export(List.of(new ExportOperation.Add(anna)))));
                assertEquals(anna, connector.readOne("person", anchor, null).orElseThrow().attributes());
                database.run("update phone set label = 'home' where phone = '2'");
                Attributes changed =
                        anna.toBuilder().set("phones", List.of(new TextValue("2"), new TextValue("3"))).build();
                ExportOperation.Update update = people.update(anchor.text(), anna, changed);
                assertEquals(List.of("ok " + anchor), People.answers(connector.export(List.of(update))));
                assertEquals(List.of("ok " + anchor), People.answers(connector.export(List.of(update))));
                assertEquals(2, database.ask("select 1 from phone").size(), "nothing doubled");
                assertEquals("home", database.ask("select label from phone where phone = '2'").getFirst().getFirst());
                assertEquals(List.of("ok " + anchor), People.answers(connector.export(List.of(
                        People.delete(anchor.text())))));
                assertEquals(List.of(), database.ask("select 1 from phone"));
            }
        }
    }

    @Test
    void aValueThatWouldBecomeSqlStaysAValue() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script(
                    "create table \"odd \"\"table\"\" --\" (login varchar(80) primary key, \"a;b\" varchar(80))");
            People people = People.by("login").with(LOGIN).with(MAIL, "a;b", null, Map.of())
                    .set(Map.of("table", "odd \"table\" --"));
            String evil = "x'; drop table \"odd \"\"table\"\" --\"; --";
            try (Connector connector = people.in(database)) {
                connector.export(List.of(new ExportOperation.Add(
                        people.person().set("login", evil).set("mail", evil).build())));
                assertEquals(evil, connector.readOne("person", new Anchor(evil), null).orElseThrow().attributes()
                        .text("mail"));
                assertEquals(List.of("ok " + evil), People.answers(connector.export(List.of(People.delete(evil)))));
            }
        }
    }

    @Test
    void aTypeThatIsReadByAQueryIsWrittenOnlyToItsTable() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script(TABLE);
            database.run("insert into person (login, mail) values ('a', 'A@X')");
            String query = "select login, lower(mail) as mail, 'x' || login as title from person";
            People people = People.by("login").with(LOGIN).with(MAIL).with(TITLE);
            people.set(Map.of("query", query));
            Attributes before = people.person().set("login", "a").set("mail", "a@x").set("title", "xa").build();
            ExportOperation.Update mail =
                    people.update("a", before, before.with("mail", new TextValue("b@x")));
            try (Connector connector = people.in(database)) {
                assertEquals(List.of(before), People.read(connector).stream()
                        .map(change -> ((ImportedChange.Whole) change).attributes())
                        .toList());
                assertEquals(List.of("NOT_SUPPORTED"), People.answers(connector.export(List.of(mail))));
            }
            people.set(Map.of("query", query.replace("as title", "as other, 'x' as title"), "table", "person"));
            try (Connector connector = people.in(database)) {
                assertEquals(List.of("ok a"), People.answers(connector.export(List.of(mail))));
            }
        }
    }

    @Test
    void aRowThatSomebodyHoldsIsBusyAndTheOthersAreWritten() throws Exception {
        try (TestDatabase database = TestDatabase.postgresql();
                Connection other = database.another();
                Statement holding = other.createStatement()) {
            database.script(TABLE);
            database.run("insert into person (login) values ('a'), ('b'), ('c')");
            other.setAutoCommit(false);
            holding.execute("update person set title = 'held' where login = 'b'");
            People people = People.by("login").with(LOGIN).with(MAIL);
            List<ExportOperation> operations = new ArrayList<>();
            for (String login : List.of("a", "b", "c")) {
                Attributes before = people.person().set("login", login).build();
                operations.add(people.update(login, before, before.with("mail", new TextValue("new"))));
            }
            try (Connector connector = new SqlConnectorFactory().open(database.settings(
                    Map.of("properties", "options=-c lock_timeout=300ms"), List.of(people.type())))) {
                assertEquals(List.of("ok a", "BUSY", "ok c"), People.answers(connector.export(operations)));
            }
            other.rollback();
        }
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        try (TestDatabase database = TestDatabase.postgresql();
                Connection other = database.another();
                Statement theirs = other.createStatement()) {
            database.script(TABLE);
            database.run("insert into person (login) values ('a'), ('b')");
            other.setAutoCommit(false);
            PostgresServer.shared().execute("grant set on parameter deadlock_timeout to " + database.user());
            theirs.execute("set deadlock_timeout = '30s'");
            theirs.execute("update person set title = 'theirs' where login = 'b'");
            People people = People.by("login").with(LOGIN).with(MAIL);
            List<ExportOperation> operations = new ArrayList<>();
            for (String login : List.of("a", "b")) {
                Attributes before = people.person().set("login", login).build();
                operations.add(people.update(login, before, before.with("mail", new TextValue("ours"))));
            }
            try (Connector connector = people.in(database)) {
                CompletableFuture<List<ExportResult>> ours =
                        CompletableFuture.supplyAsync(() -> connector.export(operations));
                while (database.ask("select 1 from pg_locks where not granted").isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                theirs.execute("update person set title = 'theirs' where login = 'a'");
                other.commit();
                assertEquals(List.of("ok a", "ok b"), People.answers(ours.get(1, TimeUnit.MINUTES)));
                assertEquals(List.of(List.of("ours", "theirs"), List.of("ours", "theirs")),
                        database.ask("select mail, title from person"));
            }
        }
    }

    @Test
    void whenTheConnectionBreaksBeforeTheCommitNothingWasDoneAndThePageCanBeSentAgain() {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.script(TABLE);
            People people = People.by("id").with(LOGIN);
            try (Connector connector = people.in(database)) {
                connector.export(List.of(people.add("login", "a")));
                database.stop();
                List<ExportOperation> page = List.of(people.add("login", "b"), people.add("login", "c"));
                assertEquals(List.of("UNREACHABLE", "UNREACHABLE"), People.answers(connector.export(page)));
                assertEquals(List.of("a"), logins(database));
                connector.export(page);
                assertEquals(List.of("a", "b", "c"), logins(database));
            }
        }
    }

    private static List<Object> logins(TestDatabase database) {
        return database.ask("select login from person order by login").stream().map(List::getFirst).toList();
    }
}
