package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** A server that is killed while it is read and written. */
class KilledDatabaseTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final int PAGE = 20;
    private static final int PAGES_MORE = 5;
    private static PostgresServer server;

    private final People people = People.by("id").with(LOGIN);
    private final List<String> answers = new ArrayList<>();
    private TestDatabase database;

    @BeforeAll
    static void start() {
        server = PostgresServer.ofItsOwn();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void create() {
        database = TestDatabase.on(server);
        database.script("create table person (id integer generated always as identity primary key, login varchar(20))");
    }

    private List<ExportOperation> adds(List<Integer> numbers) {
        return numbers.stream().map(number -> (ExportOperation) people.add("login", "p" + number)).toList();
    }

    /** Sends a page of new rows; tells whether all of them were written. */
    private boolean sendNext(Connector connector) {
        List<Integer> numbers = IntStream.range(answers.size(), answers.size() + PAGE).boxed().toList();
        answers.addAll(Collections.nCopies(PAGE, "unsent"));
        send(connector, numbers);
        return numbers.stream().map(answers::get).allMatch("ok"::equals);
    }

    private void send(Connector connector, List<Integer> numbers) {
        List<String> told = People.answers(connector.export(adds(numbers)));
        for (int at = 0; at < told.size(); at++) {
            answers.set(numbers.get(at), told.get(at).split(" ")[0]);
        }
    }

    private List<Integer> numbers(String answer) {
        return IntStream.range(0, answers.size()).filter(number -> answers.get(number).equals(answer)).boxed().toList();
    }

    private List<Object> written() {
        try (TestDatabase restarted = database.again()) {
            return restarted.ask("select login from person").stream().map(List::getFirst).toList();
        }
    }

    @RepeatedTest(3)
    void everythingIsWrittenOnceThoughKeysAreMadeByTheServerThatDies() {
        try (Connector connector = people.in(database)) {
            assertTrue(sendNext(connector));
            CompletableFuture<Void> death = CompletableFuture.runAsync(server::killAndRestart);
            boolean isUp = true;
            while (isUp && !death.isDone()) {
                isUp = sendNext(connector);
            }
            for (int more = 0; more < PAGES_MORE; more++) {
                sendNext(connector);
            }
            death.join();
            List<Object> written = written();
            assertTrue(numbers("ok").stream().allMatch(number -> written.contains("p" + number)),
                    "what is ok is there");
            assertTrue(numbers("UNREACHABLE").stream().noneMatch(number -> written.contains("p" + number)),
                    "what was not sent is not");
            List<Integer> unknown = numbers("CONNECTION_LOST");
            assertTrue(unknown.size() <= PAGE, () -> "more than one page is unknown: " + unknown);
            List<Integer> unsent = new ArrayList<>(numbers("UNREACHABLE"));
            unknown.stream().filter(number -> !written.contains("p" + number)).forEach(unsent::add);
            assertTrue(!numbers("UNREACHABLE").isEmpty() || !unknown.isEmpty(), "it did not die");
            send(connector, unsent);
        }
        assertEquals(IntStream.range(0, answers.size()).mapToObj(number -> "p" + number).sorted().toList(),
                written().stream().sorted().toList());
    }

    @Test
    void anImportWhoseServerDiesConcludesNothingAndTheNextOneReadsAll() {
        database.run("insert into person (login) select 'p' || x from generate_series(1, 5000) as s(x)");
        try (Connector connector = people.in(database)) {
            try (ImportPages pages = connector.read(ImportRequest.full(PAGE))) {
                pages.next().orElseThrow();
                server.killAndRestart();
                ConnectorException broken = assertThrows(ConnectorException.class, () -> readOn(pages));
                assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
            }
            assertEquals(5_000, People.read(connector).size());
        }
    }

    private static void readOn(ImportPages pages) {
        Optional<ImportPage> page = pages.next();
        while (page.isPresent()) {
            page = pages.next();
        }
    }
}
