package org.syncline.connectors.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.delimited.DelimitedTextConnectorFactory;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.testkit.HeardChanges;

/** Being told that a file was saved. */
class FileWatchTest {
    private static final Duration SILENCE = Duration.ofMillis(1_500);

    @TempDir
    private Path folder;

    private final HeardChanges heard = new HeardChanges();
    private Path file;
    private ChangeWatch watch;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("people.csv");
        Files.writeString(file, "Key,Name\n1,Ann\n");
        watch = new DelimitedTextConnectorFactory().watch(
                new ConnectorSettings("hr", folder, Map.of("file", "people.csv"), Map.of(), List.of()), heard);
        heard.awaitListening();
    }

    @AfterEach
    void end() {
        watch.close();
    }

    @Test
    void aFileThatIsRewrittenIsTold() throws IOException {
        Files.writeString(file, "Key,Name\n1,Ann\n2,Bob\n");
        heard.awaitChange();
        heard.demandSilence(SILENCE);
    }

    @Test
    void aFileOfTheSameLengthPutInItsPlaceIsTold() throws IOException {
        Path beside = Files.writeString(folder.resolve("new.csv"), "Key,Name\n1,Anu\n");
        Files.setLastModifiedTime(beside, Files.getLastModifiedTime(file));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        heard.awaitChange();
    }

    @Test
    void aFileThatIsGoneIsToldWhenItIsThereAgain() throws IOException {
        Files.delete(file);
        heard.demandSilence(SILENCE);
        Files.writeString(file, "Key,Name\n1,Ann\n2,Bob\n");
        heard.awaitChange();
    }

    @Test
    void aFileThatIsBeingWrittenIsNotToldForEachOfItsRows() throws IOException, InterruptedException {
        for (int row = 2; row < 42; row++) {
            Files.writeString(file, row + ",Somebody\n", StandardOpenOption.APPEND);
            Thread.sleep(25);
        }
        heard.awaitChange();
        int more = 0;
        while (heard.isChangeTold(SILENCE)) {
            more++;
        }
        assertTrue(more < 5, "told " + more + " times more");
    }

    @Test
    void anotherFileInTheFolderIsNotTold() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "x");
        heard.demandSilence(SILENCE);
    }
}
