package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** A database that fails, or refuses everything, while it is written. */
class ExportFaultsTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final String TABLE = """
            create table person (id integer generated always as identity primary key, login varchar(20) not null)
            """;
    /** Refuses rows by the state that their login holds, a number of times. */
    private static final String REFUSAL = """
            create function refuse() returns trigger language plpgsql as $$
            begin
              if length(new.login) = 5 and nextval('refusals') <= %d then
                raise exception 'refused by a trigger' using errcode = new.login;
              end if;
              return new;
            end $$
            """;
    /** When a trigger refuses a row. */
    enum When {
        BEFORE_THE_ROW("trigger", "before", ""),
        AT_THE_COMMIT("constraint trigger", "after", "deferrable initially deferred");

        private final String kind;
        private final String moment;
        private final String delay;

        When(String kind, String moment, String delay) {
            this.kind = kind;
            this.moment = moment;
            this.delay = delay;
        }
    }

    private final People people = People.by("id").with(LOGIN);

    private List<ExportOperation> adds(String... logins) {
        return Stream.of(logins).map(login -> (ExportOperation) people.add("login", login)).toList();
    }

    private static List<Object> logins(TestDatabase database) {
        return database.ask("select login from person order by login").stream().map(List::getFirst).toList();
    }

    private static TestDatabase refusing(int times, When when) {
        TestDatabase database = TestDatabase.postgresql();
        database.script(TABLE);
        database.run("create sequence refusals");
        database.run(REFUSAL.formatted(times));
        database.run("create " + when.kind + " refuse " + when.moment + " insert on person " + when.delay
                + " for each row execute function refuse()");
        return database;
    }

    private Connector open(TestDatabase database, Map<String, String> settings) {
        return new SqlConnectorFactory().open(database.settings(settings, List.of(people.type())));
    }

    @ParameterizedTest
    @EnumSource(PostgresWire.Loss.class)
    void whatWasBeingCommittedWhenTheConnectionBrokeIsUnknownAndNothingElse(PostgresWire.Loss loss) throws Exception {
        try (TestDatabase database = refusing(Integer.MAX_VALUE, When.AT_THE_COMMIT);
                PostgresWire wire = new PostgresWire(database.url());
                Connector connector = open(database, Map.of("url", wire.url()))) {
            connector.export(adds("z"));
            // the whole page is refused at the commit, then its first half is lost
            wire.cutAtCommit(2, loss);
            List<ExportResult> results = connector.export(adds("a", "b", "P0001", "d"));

            assertEquals(List.of("CONNECTION_LOST", "CONNECTION_LOST", "CONSTRAINT_VIOLATION"),
                    People.answers(results).subList(0, 3));
            assertInstanceOf(ExportResult.Accepted.class, results.get(3));
            assertEquals(loss == PostgresWire.Loss.ANSWER ? List.of("a", "b", "d", "z") : List.of("d", "z"),
                    logins(database));
            String message = ((ExportResult.Rejected) results.getFirst()).message();
            assertTrue(message.startsWith("The connection to 'postgresql://127.0.0.1:"), message);
        }
    }

    @Test
    void nobodyKnowsWhatAStatementOfAnAdministratorDidBeforeTheConnectionBroke() {
        people.set(Map.of("insert", "insert into person (login) select :login from pg_sleep(0),"
                + " pg_terminate_backend(pg_backend_pid())"));
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.script(TABLE);
            try (Connector connector = people.in(database)) {
                assertEquals(List.of("CONNECTION_LOST"), People.answers(connector.export(adds("a"))));
            }
        }
    }

    @Test
    void aServerThatIsStoppedIsOneOutageOfThePage() {
        try (TestDatabase database = TestDatabase.h2(); Connector connector = people.in(database)) {
            database.script(TABLE);
            connector.export(adds("a"));
            database.stop();
            List<ExportResult> results = connector.export(adds("b", "c"));
            assertEquals(List.of("UNREACHABLE", "UNREACHABLE"), People.answers(results));
            assertEquals(1, results.stream().distinct().count(), "one message");
            String message = ((ExportResult.Rejected) results.getFirst()).message();
            assertTrue(message.contains("Connector 'hr': writing at 'h2:mem:people"), message);
            assertTrue(message.contains("The connection broke"), message);
            assertTrue(message.endsWith("See whether the database runs and can be reached, and run the step again."),
                    message);
        }
    }

    @Test
    void whereNobodyAnswersNothingIsSent() {
        try (TestDatabase database = TestDatabase.postgresql();
                Connector connector = open(database, Map.of("url", "jdbc:postgresql://127.0.0.1:1/hr?secret=7"))) {
            List<ExportResult> results = connector.export(adds("a", "b"));
            assertEquals(List.of("UNREACHABLE", "UNREACHABLE"), People.answers(results));
            String message = ((ExportResult.Rejected) results.getFirst()).message();
            assertTrue(message.startsWith(
                    "Connector 'hr': the database cannot be reached at 'postgresql://127.0.0.1:1/hr' ("), message);
            assertTrue(message.endsWith("Correct the setting 'url', or see whether the database runs."), message);
        }
    }

    @Test
    void aPasswordThatChangedIsSaidOnce() {
        try (TestDatabase database = TestDatabase.postgresql();
                Connector connector = open(database, Map.of("user", "nobody"))) {
            ConnectorException refused =
                    assertThrows(ConnectorException.class, () -> connector.export(adds("a", "b")));
            assertEquals(ConnectorException.Code.NO_START_CREDENTIALS, refused.code());
            assertTrue(refused.getMessage().startsWith(
                    "Connector 'hr': the database refuses the login at 'postgresql://127.0.0.1:"), refused::getMessage);
            assertTrue(refused.getMessage().endsWith("Correct the settings 'user' and 'password'."),
                    refused::getMessage);
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aRowThatATriggerRefusesConcernsNoOther(When when) {
        try (TestDatabase database = refusing(Integer.MAX_VALUE, when); Connector connector = people.in(database)) {
            List<ExportResult> results = connector.export(adds("a", "b", "P0001", "c", "23505", "d"));
            assertEquals(List.of("CONSTRAINT_VIOLATION", "ALREADY_EXISTS"),
                    List.of(People.answers(results).get(2), People.answers(results).get(4)));
            assertTrue(((ExportResult.Rejected) results.get(2)).message().contains("refused by a trigger"));
            assertEquals(List.of("a", "b", "c", "d"), logins(database), "each of the others once");
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aConflictOfTransactionsIsTriedAgainAndThenReportedAsBusy(When when) {
        try (TestDatabase database = refusing(5, when); Connector connector = people.in(database)) {
            assertEquals(List.of("BUSY", "BUSY"), People.answers(connector.export(adds("a", "40001"))));
            assertEquals(List.of(), logins(database));
            assertEquals(2, People.answers(connector.export(adds("a", "40001"))).stream()
                    .filter(answer -> answer.startsWith("ok ")).count(), "at the third attempt");
            assertEquals(List.of("40001", "a"), logins(database));
        }
    }

    @ParameterizedTest
    @EnumSource(When.class)
    void aFullDiskIsAnOutageAndNoFaultOfAnyRow(When when) {
        try (TestDatabase database = refusing(1, when); Connector connector = people.in(database)) {
            List<ExportOperation> page = adds("a", "53100", "b");
            assertOutage("The database has no room left", connector.export(page));
            assertEquals(List.of(), logins(database));
            connector.export(page);
            assertEquals(List.of("53100", "a", "b"), logins(database));
        }
    }

    @Test
    void aDatabaseThatIsReadOnlyIsAnOutageAndNoFaultOfAnyRow() {
        try (TestDatabase database = TestDatabase.postgresql();
                Connector connector =
                        open(database, Map.of("properties", "options=-c default_transaction_read_only=on"))) {
            database.script(TABLE);
            assertOutage("The database is read-only", connector.export(adds("a", "b", "c")));
        }
    }

    private static void assertOutage(String words, List<ExportResult> results) {
        assertEquals(Collections.nCopies(3, "UNREACHABLE"), People.answers(results));
        ExportResult.Rejected first = (ExportResult.Rejected) results.getFirst();
        assertEquals(Collections.nCopies(3, first), results, "one message");
        assertTrue(first.message().contains(words), first::message);
    }

    @ParameterizedTest
    @CsvSource({"S0002, 3906, READ_ONLY", "S0002, 1105, EXHAUSTED", "S0004, 9002, EXHAUSTED", "40001, 1205, CONFLICT",
            "08S01, 0, CONNECTION", "S0051, 1222, BUSY", "90097, 90097, READ_ONLY", "90067, 90067, CONNECTION",
            "90098, 90098, CONNECTION", "58030, 0, EXHAUSTED", "25P03, 0, CONNECTION", "40003, 0, CONNECTION"})
    void whatOtherDatabasesSayOfFaultsIsUnderstood(String state, int number, SqlErrors.Kind kind) {
        assertEquals(kind, SqlErrors.kind(new SQLException("as a test asked for", state, number)));
    }
}
