package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** Statements and calls that an administrator gives. */
class GivenStatementTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final AttributeDefinition MAIL = AttributeDefinition.single("mail", AttributeType.STRING);
    private static final AttributeDefinition LEVEL = AttributeDefinition.single("level", AttributeType.INTEGER);
    private static final String TABLE = """
            create table person (id integer generated always as identity primary key, login varchar(20) unique,
              mail varchar(80), level integer, ended boolean default false)
            """;

    @Test
    void parametersAreNamesAfterAColonAndNothingElse() {
        NamedStatement statement = NamedStatement.of("""
                select ':no', 'it''s :no', "a:no", [b:no], x::text -- :no
                /* :no
                :no */ from y where a = :yes and b in (:other_name,:yes) and c='x':last""");
        assertEquals(List.of("yes", "other_name", "yes", "last"), statement.names());
        assertEquals("""
                select ':no', 'it''s :no', "a:no", [b:no], x::text -- :no
                /* :no
                :no */ from y where a = ? and b in (?,?) and c='x'?""", statement.sql());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void statementsAreRunInThePlaceOfTheConnectorsOwn(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script(TABLE);
            People people = People.by("login").with(LOGIN).with(MAIL).with(LEVEL).set(Map.of(
                    "query", "select * from person where not ended",
                    "insert", "insert into person (login, mail, level) values (:login, lower(:mail), :level)",
                    "update",
                    "update person set mail = lower(:mail), level = :level where login = :anchor and not ended",
                    "delete", "update person set ended = true where login = :login and not ended"));
            String evil = "X'); drop table person; --";
            Attributes anna = people.person().set("login", "anna").set("mail", evil).build();
            try (Connector connector = people.in(database)) {
                assertEquals(List.of("ok anna", "ok ben", "ALREADY_EXISTS"), codes(connector, List.of(
                        new ExportOperation.Add(anna), people.add("login", "ben"), people.add("login", "anna"))));
                Attributes after = anna.with("level", new IntegerValue(7));
                assertEquals(List.of("ok anna", "NO_SUCH_OBJECT", "ok ben", "NO_SUCH_OBJECT"), codes(connector,
                        List.of(people.update("anna", anna, after), people.update("gone", anna, after),
                                People.delete("ben"), People.delete("ben"))));
                assertEquals(List.of(Arrays.asList("anna", evil.toLowerCase(Locale.ROOT), 7, false),
                        Arrays.asList("ben", null, null, true)),
                        database.ask("select login, mail, level, ended from person order by login"));
                assertEquals(1, People.read(connector).size());
            }
        }
    }

    @Test
    void proceduresAreCalledAndAFunctionTellsTheKey() {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.script(TABLE);
            database.script("""
                    create function add_person(name text, mail text) returns integer language sql as
                    'insert into person (login, mail) values ($1, $2) returning id'
                    """);
            database.script("""
                    create procedure change_person(who integer, address text, grade integer) language sql as
                    'update person set mail = $2, level = $3 where id = $1'
                    """);
            database.script("create procedure end_person(who integer) language sql as"
                    + " 'update person set ended = true where id = $1'");
            People people = People.by("id").with(LOGIN).with(MAIL).with(LEVEL).set(Map.of(
                    "insert", "select add_person(:login, :mail)",
                    "update", "call change_person(:anchor, :mail, :level)",
                    "delete", "call end_person(:id)"));
            try (Connector connector = people.in(database)) {
                List<ExportOperation> adds = new ArrayList<>();
                for (String login : List.of("a", "b", "a", "c")) {
                    adds.add(people.add("login", login));
                }
                List<String> answers = codes(connector, adds);
                assertEquals("ALREADY_EXISTS", answers.get(2));
                String id = database.ask("select id from person where login = 'c'").getFirst().getFirst().toString();
                assertEquals("ok " + id, answers.get(3));
                Attributes before = people.person().set("login", "c").build();
                assertEquals(List.of("ok " + id, "ok " + id), codes(connector, List.of(
                        people.update(id, before, before.with("mail", new TextValue("c@example.com"))),
                        People.delete(id))));
                assertEquals(List.of(Arrays.asList("c@example.com", null, true)),
                        database.ask("select mail, level, ended from person where login = 'c'"));
            }
        }
    }

    @Test
    void aParameterThatNothingIsCalledIsAnsweredWithTheNearestName() {
        try (TestDatabase database = TestDatabase.h2()) {
            database.script(TABLE);
            assertEquals(
                    "The setting 'insert' of object type 'person' has the parameter ':logn'; did you mean ':login'?",
                    refusal(database, Map.of("insert", "insert into person (login) values (:logn)")));
            assertEquals(
                    "The setting 'delete' of object type 'person' has the parameter ':mail'. There are :ID, :anchor.",
                    refusal(database, Map.of("delete", "delete from person where mail = :mail")));
        }
    }

    private static String refusal(TestDatabase database, Map<String, String> settings) {
        People people = People.by("id").with(LOGIN).with(MAIL).set(settings);
        try (Connector connector = people.in(database)) {
            ConnectorException refusal = assertThrows(ConnectorException.class,
                    () -> connector.export(List.of(people.add("login", "a"))));
            assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
            return refusal.getMessage();
        }
    }

    private static List<String> codes(Connector connector, List<ExportOperation> operations) {
        return People.answers(connector.export(operations)).stream()
                .map(answer -> answer.startsWith("ok") ? answer : answer.split(" ")[0])
                .toList();
    }
}
