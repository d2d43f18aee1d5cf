package org.syncline.connectors.script.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorException.Code;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;

/** Programs that hang, die, flood, or talk nonsense. */
@Timeout(60)
class BrokenAnswersTest {
    @TempDir
    Path folder;

    private static ConnectorException failure(Code code, Connector connector) {
        try (connector) {
            ConnectorException failure = assertThrows(ConnectorException.class, () -> Told.read(connector));
            assertEquals(code, failure.code(), failure.getMessage());
            return failure;
        }
    }

    private static void assertSays(String expected, ConnectorException failure) {
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    }

    @Test
    void aProgramThatDiesIsShownWithItsExitCodeAndLastWords() {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY, new Told(folder).says(
                Told.ASKED, Told.object("1"), "echo 'no route to host' >&2", "exit 3"));
        assertSays("exit code 3", failure);
        assertSays("no route to host", failure);
    }

    @Test
    void whatWasReadBeforeAProgramDiedStaysTrue() {
        try (Connector connector = new Told(folder).says(
                Told.ASKED, Told.object("1"), Told.object("2"), Told.object("3"), "exit 1");
                ImportPages pages = connector.read(ImportRequest.full(2))) {
            assertEquals(2, pages.next().orElseThrow().changes().size());
            assertThrows(ConnectorException.class, pages::next);
            assertThrows(ConnectorException.class, pages::next, "it never looks as if it had ended well");
        }
    }

    @Test
    void aProgramThatDiedIsStartedAnewForTheNextQuestion() {
        try (Connector connector = new Told(folder).says(
                Told.ASKED, "test -e again || { touch again; exit 1; }", Told.object("1"), Told.end(), "read more")) {
            assertThrows(ConnectorException.class, () -> Told.read(connector));
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)));
        }
    }

    @Test
    void aProgramThatEndedBetweenTwoQuestionsIsStartedAnew() throws Exception {
        try (Connector connector =
                new Told(folder).says("echo $$ > number", Told.ASKED, Told.object("1"), Told.end())) {
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)));
            ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("number")).strip()))
                    .ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)));
            assertEquals(List.of(), connector.remarks());
        }
    }

    @Test
    void aProgramThatHangsIsStopped() {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY, new Told(folder)
                .with("silence-timeout", "PT0.3S").says(Told.ASKED, Told.object("1"), "sleep 100"));
        assertSays("said nothing for PT0.3S after line 1", failure);
    }

    @Test
    void aProgramThatSaysNoHelloIsStopped() {
        assertSays("said nothing for PT0.3S", failure(Code.NO_START_CONNECTION,
                new Told(folder).with("start-timeout", "PT0.3S").open("sleep 100")));
    }

    @Test
    void aProgramThatAlwaysSaysALittleIsStoppedAtLast() {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY, new Told(folder)
                .with("answer-timeout", "PT1S").says(Told.ASKED, "while :; do printf ' '; sleep 0.1; done"));
        assertSays("not complete after PT1S", failure);
    }

    @Test
    void timeForWhichNobodyWaitedIsNotCounted() throws InterruptedException {
        try (Connector connector = new Told(folder).with("answer-timeout", "PT2S").with("silence-timeout", "PT2S")
                .says(Told.ASKED, Told.object("1"), Told.object("2"), Told.object("3"), Told.end(), "read more");
                ImportPages pages = connector.read(ImportRequest.full(2))) {
            pages.next();
            Thread.sleep(2500);
            assertEquals(1, pages.next().orElseThrow().changes().size());
        }
    }

    @Test
    void whatAProgramStartedEndsWithIt() throws Exception {
        failure(Code.STOPPED_CONNECTIVITY, new Told(folder).with("silence-timeout", "PT0.5S")
                .says(Told.ASKED, "sleep 100 & echo $! > child", "sleep 100"));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS)
                .join());
        assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void aProgramThatNeverEndsALineIsStopped() {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY, new Told(folder)
                .with("line-limit", "100000").says(Told.ASKED, Told.object("1"), "yes | tr -d '\\n'"));
        assertSays("line 2 is longer than 100000 bytes", failure);
    }

    @Test
    void aProgramThatSaysMoreThanIsTakenWaits() {
        String flood = "i=0; while :; do i=$((i+1)); say '{\"type\":\"watermark\",\"value\":\"'$i'\"}';"
                + " echo $i > count; done";
        try (Connector connector = new Told(folder).says(Told.ASKED, Told.object("1"), Told.object("2"), flood);
                ImportPages pages = connector.read(ImportRequest.full(2))) {
            assertEquals(2, pages.next().orElseThrow().changes().size());
            long before = written();
            long after = written();
            for (int tries = 0; tries < 100 && before != after; tries++) {
                before = after;
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                after = written();
            }
            assertEquals(before, after, "the program goes on writing although nobody takes it");
        }
    }

    private long written() {
        try {
            String count = Files.exists(folder.resolve("count")) ? Files.readString(folder.resolve("count")) : "";
            return count.isBlank() ? -1 : Long.parseLong(count.strip());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void halfALineIsNoLine() {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY,
                new Told(folder).says(Told.ASKED, Told.object("1"), "printf '{\"type\":\"end\"'"));
        assertSays("in the middle of line 2", failure);
        assertSays("exit code 0", failure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            Traceback (most recent call last)           # expected one JSON object, but it begins with 'Traceback
            []                                          # expected one JSON object
            {"type":"object"                            # it is not one JSON object
            {"type":"end"} {"type":"end"}               # it is not one JSON object
            {"type":"end","type":"end"}                 # it is not one JSON object
            {"kind":"end"}                              # 'type' is missing
            {"type":5}                                  # 'type' must be a text, not 5
            {"type":"result","operation":1}             # a message of type 'result' is no part of this answer
            {"type":"object","objectType":"persona"}    # unknown object type 'persona'. There are person
            {"type":"object","objectType":"person","attributes":[]} # 'attributes' must be an object
            {"type":"failed","code":"no","message":"m"} # unknown code 'no'
            """)
    void nonsenseIsShownWithItsLine(String line, String expected) {
        ConnectorException failure = failure(Code.STOPPED_CONNECTIVITY,
                new Told(folder).says(Told.ASKED, Told.object("1"), "say '" + line + "'", "read more"));
        assertSays("line 2 of its answer to 'read'", failure);
        assertSays(expected, failure);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertSays("line 1 of its answer to 'read': it is not UTF-8", failure(Code.STOPPED_CONNECTIVITY,
                new Told(folder).says(Told.ASKED, "printf '{\"type\":\"\\344\"}\\n'", "read more")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            {"type":"hello","protocol":2}       # it speaks version 2 of the protocol
            {"type":"hello"}                    # 'protocol' is missing
            {"type":"end"}                      # expected hello, but was 'end'
            {"type":"hello","protocol":1}       # it cannot do delta-import read-one export
            """)
    void aGreetingThatDoesNotFitIsRefused(String line, String expected) {
        assertSays(expected, failure(Code.NO_START_CONNECTION,
                new Told(folder).open("read hello\nprintf '%s\\n' '" + line + "'\nread more")));
    }

    @Test
    void aProgramThatIsNotThereIsRefused() {
        assertSays("the program 'no-such-program' cannot be started", failure(Code.NO_START_CONNECTION,
                new Told(folder).with("command", "no-such-program --fast").open("")));
    }

    @Test
    void whatAProgramSaysItselfIsTheFailure() {
        try (Connector connector = new Told(folder).says(
                Told.ASKED,
                "say '{\"type\":\"failed\",\"code\":\"credentials\",\"message\":\"the token has expired\"}'",
                Told.ASKED, Told.object("1"), Told.end(), "read more")) {
            ConnectorException failure = assertThrows(ConnectorException.class, () -> Told.read(connector));
            assertEquals(Code.NO_START_CREDENTIALS, failure.code());
            assertEquals("Connector 'told': the token has expired", failure.getMessage());
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)), "it goes on with the next question");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            say '{"type":"end"}'                                                    # operation 1 of 2 was not answered
            say '{"type":"result","operation":1}'; say '{"type":"end"}'             # operation 2 of 2 was not answered
            say '{"type":"result","operation":1}'; say '{"type":"result","operation":1}' # operation 1 was answered already
            say '{"type":"result","operation":3}'                                   # there is no operation 3; there are 1 to 2
            say '{"type":"result","operation":1,"error":"odd","message":"m"}'       # unknown error 'odd'
            say '{"type":"result","operation":1,"error":"busy"}'                    # 'message' is missing
            say '{"type":"result","operation":1}'; exit 4                           # exit code 4
            """)
    void anExportThatIsNotAnsweredCompletelyHasAnUnknownOutcome(String answer, String expected) {
        List<ExportOperation> operations = List.of(Told.add("1"), Told.add("2"));
        try (Connector connector = new Told(folder).says(
                Told.ASKED, Told.ASKED, Told.ASKED, answer, "read more")) {
            ConnectorException failure = assertThrows(ConnectorException.class, () -> connector.export(operations));
            assertEquals(Code.STOPPED_CONNECTIVITY, failure.code());
            assertSays(expected, failure);
        }
    }

    @Test
    void aProgramMayAnswerBeforeItHasReadEverything() {
        String answers = """
                read export
                i=0; while [ $i -lt 3000 ]; do i=$((i+1)); read operation
                say '{"type":"result","operation":'$i',"error":"busy","message":"a long message to fill the pipe","retryAfter":5}'; done
                """;
        List<ExportOperation> operations =
                IntStream.range(0, 3000).mapToObj(id -> Told.add("person number " + id)).toList();
        try (Connector connector = new Told(folder).says(answers, Told.end(), "read more")) {
            List<ExportResult> results = connector.export(operations);
            assertEquals(3000, results.size());
            assertEquals(new ExportResult.Rejected(ExportResult.Code.BUSY, "a long message to fill the pipe", null,
                    Duration.ofSeconds(5)), results.getLast());
        }
    }

    @Test
    void whatIsSaidBehindTheEndIsRemarkedAndNeverTakenForTheNextAnswer() throws InterruptedException {
        try (Connector connector = new Told(folder).says(
                Told.ASKED, Told.object("1"), Told.end(), Told.object("2"), Told.end(), "touch said", "read more")) {
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)));
            for (int tries = 0; tries < 200 && !Files.exists(folder.resolve("said")); tries++) {
                Thread.sleep(20);
            }
            assertEquals(List.of("1"), Told.anchors(Told.read(connector)));
            assertTrue(connector.remarks().getFirst().contains("more than it was asked for"));
        }
    }
}
