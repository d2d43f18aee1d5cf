package org.syncline.connectors.file.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.Watermark;

/** Whatever goes wrong with dropped files: nothing is lost, nothing is doubled. */
class DropFaultsTest {
    @TempDir
    private Path configuration;

    private Dropping hr;

    @BeforeEach
    void start() {
        hr = new Dropping(configuration, Map.of());
        hr.drop("people.csv", Dropping.HEADER + "1,Ann\n2,Bob\n3,Cem\n");
    }

    @Test
    void aFileThatIsBeingWrittenIsLeftForTheNextImport() throws Exception {
        hr = new Dropping(configuration, Map.of("rest", "PT0.5S"));
        hr.full();
        Path growing = hr.drop("changes-1.csv", Dropping.CHANGES);
        hr.drop("changes-2.csv", Dropping.CHANGES + "modify,2,Bobby\n");
        CountDownLatch read = new CountDownLatch(1);
        Thread writer = Thread.ofPlatform().start(() -> writeUntil(read, growing));
        Dropping.Delivered first = hr.changes();
        read.countDown();
        writer.join();
        assertEquals(List.of("2=Bobby"), first.objects());
        assertTrue(first.remarks().getFirst().contains("'changes-1.csv' is still being written"), first.toString());
        assertEquals(List.of("changes-1.csv"), hr.files(""));
        List<String> second = hr.changes().objects();
        assertEquals("last=Written", second.getLast());
    }

    private static void writeUntil(CountDownLatch read, Path file) {
        try {
            for (int row = 0; read.getCount() > 0; row++) {
                Files.writeString(file, "add,n" + row + ",Somebody\n", StandardOpenOption.APPEND);
                Thread.sleep(20);
            }
            Files.writeString(file, "add,last,Written\n", StandardOpenOption.APPEND);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aFileThatIsWrittenOnAfterItWasReadIsReadAgain() throws IOException {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        try (Connector connector = hr.open(); ImportPages pages = connector.read(hr.delta())) {
            pages.next();
            pages.next();
            Files.writeString(hr.folder().resolve("processing/00000002-changes-1.csv"), "modify,2,Bobby\n",
                    StandardOpenOption.APPEND);
            pages.stored();
            assertTrue(connector.remarks().getFirst().contains("was written on"), connector.remarks().toString());
        }
        assertEquals(List.of("00000003-changes-1.csv"), hr.files("processing"));
        assertEquals(List.of("1=Anna", "2=Bobby"),
                hr.killedAfterStored(ImportRequest.delta(new Watermark("2"), 2)).objects());
    }

    @Test
    void aFileWithoutItsMarkerIsNotTaken() throws IOException {
        hr = new Dropping(configuration, Map.of("marker", ".ready", "missing-file", "empty"));
        assertEquals(List.of(), hr.full().objects());
        hr.drop("people.csv.ready", "");
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.full().objects());
        assertEquals(List.of(), hr.files(""));
    }

    @Test
    void theMarkerOfAFileBeforeDoesNotCount() throws IOException {
        hr = new Dropping(configuration, Map.of("marker", ".ready", "missing-file", "empty"));
        Path marker = hr.drop("people.csv.ready", "");
        Files.setLastModifiedTime(marker, FileTime.fromMillis(1_000_000));
        assertEquals(List.of(), hr.full().objects());
    }

    @Test
    void aFileOfAnotherNameIsNotTakenBeforeItIsRenamed() throws IOException {
        hr.full();
        Path half = hr.drop("changes-1.csv.part", Dropping.CHANGES + "modify,1,An");
        Path hidden = hr.drop(".changes-2.csv", Dropping.CHANGES + "modify,2,Bo");
        assertEquals(List.of(), hr.changes().objects());
        Files.writeString(half, "na\n", StandardOpenOption.APPEND);
        Files.move(half, half.resolveSibling("changes-1.csv"));
        Files.writeString(hidden, "bby\n", StandardOpenOption.APPEND);
        Files.move(hidden, hidden.resolveSibling("changes-2.csv"));
        assertEquals(List.of("1=Anna", "2=Bobby"), hr.changes().objects());
    }

    @Test
    void whatWasDeliveredAndNotStoredIsReadAgain() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        List<String> lost = hr.killedBeforeStored(hr.delta()).objects();
        hr.drop("changes-2.csv", Dropping.CHANGES + "modify,1,Anni\n");
        assertEquals(List.of("00000002-changes-1.csv"), hr.files("processing"));
        assertEquals(List.of("1=Anna"), lost);
        assertEquals(List.of("1=Anna", "1=Anni"), hr.changes().objects());
        assertEquals(List.of(), hr.files("processing"));
        assertEquals(List.of(), hr.changes().objects());
    }

    @Test
    void aFullImportThatWasNotStoredIsReadAgain() {
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.killedBeforeStored(ImportRequest.full(2)).objects());
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.full().objects());
        assertEquals(List.of("00000001-people.csv"), hr.files("done"));
    }

    @Test
    void whatWasStoredIsNotReadAgainAlthoughItWasNotPutAway() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        hr.killedAfterStored(hr.delta());
        assertEquals(List.of("00000002-changes-1.csv"), hr.files("processing"));
        assertEquals(List.of(), hr.changes().objects());
        assertEquals(List.of("00000001-people.csv", "00000002-changes-1.csv"), hr.files("done"));
    }

    @Test
    void aStoreThatWasRestoredGetsWhatItForgot() {
        hr.full();
        ImportRequest backup = hr.delta();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        hr.changes();
        assertEquals(List.of("1=Anna"), hr.killedAfterStored(backup).objects());
    }

    @Test
    void afterEachFileAnImportCanResume() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        hr.drop("changes-2.csv", Dropping.CHANGES + "modify,2,Bobby\n");
        try (Connector connector = hr.open(); ImportPages pages = connector.read(hr.delta())) {
            assertEquals("1=Anna", Dropping.words(pages.next().orElseThrow().changes().getFirst()));
            ImportRequest resumed = ImportRequest.delta(pages.next().orElseThrow().watermark().orElseThrow(), 2);
            assertEquals(List.of("2=Bobby"), hr.killedAfterStored(resumed).objects());
        }
        assertEquals(List.of("00000003-changes-2.csv"), hr.files("processing"), "the first one's watermark was stored");
    }

    @Test
    void theSameFileDroppedTwiceIsReadTwiceAndSaysTheSame() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "add,4,Dee\n");
        assertEquals(List.of("4=Dee"), hr.changes().objects());
        hr.drop("changes-1.csv", Dropping.CHANGES + "add,4,Dee\n");
        assertEquals(List.of("4=Dee"), hr.changes().objects());
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem", "4=Dee"), hr.full().objects());
        assertEquals(List.of("00000001-people.csv", "00000002-changes-1.csv", "00000003-changes-1.csv"),
                hr.files("done"));
    }

    @Test
    void aFileOfTheSameNameIsDroppedWhileTheOneBeforeIsRead() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\n");
        try (Connector connector = hr.open(); ImportPages pages = connector.read(hr.delta())) {
            hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anni\n");
            assertEquals("1=Anna", Dropping.words(pages.next().orElseThrow().changes().getFirst()));
            pages.next();
            pages.stored();
        }
        assertEquals(List.of("00000001-people.csv", "00000002-changes-1.csv"), hr.files("done"));
        assertEquals(List.of("1=Anna", "1=Anni"), hr.changes().objects(), "the watermark was not kept by this test");
    }

    @Test
    void aFileThatSomebodyRemovesWhileItIsReadIsMissed() throws IOException {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\nmodify,2,Bobby\nmodify,3,Carl\n");
        try (Connector connector = hr.open(); ImportPages pages = connector.read(hr.delta())) {
            pages.next();
            Files.delete(hr.folder().resolve("processing/00000002-changes-1.csv"));
            pages.next();
            pages.next();
            pages.stored();
            assertTrue(connector.remarks().getFirst().contains("somebody removed it"), connector.remarks().toString());
        }
    }

    @Test
    void aFileThatCannotBePutAwayIsNotReadAgain() throws IOException {
        Path inTheWay = hr.drop("done", "no folder");
        List<String> remarks = hr.full().remarks();
        assertTrue(remarks.getFirst().contains("cannot be put into 'done'"), remarks.toString());
        assertEquals(List.of("00000001-people.csv"), hr.files("processing"));
        assertEquals(List.of(), hr.changes().objects());
        Files.delete(inTheWay);
        assertEquals(List.of(), hr.changes().objects());
        assertEquals(List.of("00000001-people.csv"), hr.files("done"));
    }

    @Test
    void aReportThatCannotBeWrittenStopsNothing() {
        hr.full();
        hr.drop("failed", "no folder");
        hr.drop("changes-1.csv", Dropping.CHANGES + "rename,1,Anna\nmodify,2,Bobby\n");
        Dropping.Delivered delivered = hr.changes();
        assertEquals(List.of("2=Bobby"), delivered.objects());
        assertEquals(1, delivered.errors().size());
        assertTrue(delivered.remarks().getFirst().contains("cannot be written to 'failed'"), delivered.toString());
    }

    @Test
    void rowsThatAreWrongAreReportedBesideAndTheOthersCount() throws IOException {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Anna\nmodify,,Nobody\nmodify,2,Bo,bby\n");
        assertEquals(List.of("1=Anna"), hr.changes().objects());
        assertEquals(List.of("00000001-people.csv", "00000002-changes-1.csv"), hr.files("done"));
        List<String> report = Files.readAllLines(hr.folder().resolve("failed/00000002-changes-1.csv.errors.txt"));
        assertEquals(3, report.size(), report.toString());
        assertTrue(report.get(1).startsWith("changes-1.csv, line 3: the key (id) is empty"), report.toString());
        assertTrue(report.get(2).startsWith("changes-1.csv, line 4: "), report.toString());
        assertEquals(List.of(), hr.full().errors(), "what was reported once is not reported by each full import");
    }

    @Test
    void aFileOfChangesThatMakesNoSenseIsRejectedAndTheOthersCount() throws IOException {
        hr.full();
        hr.drop("changes-1.csv", "id,name\n1,Anna\n");
        hr.drop("changes-2.csv", Dropping.CHANGES + "modify,2,Bobby\n");
        hr.drop("changes-3.csv", "");
        Dropping.Delivered delivered = hr.changes();
        assertEquals(List.of("2=Bobby"), delivered.objects());
        assertEquals(2, delivered.errors().size(), delivered.toString());
        assertTrue(delivered.errors().getFirst().contains("no column 'what'"), delivered.toString());
        assertEquals(
                List.of("00000002-changes-1.csv", "00000002-changes-1.csv.rejected.txt", "00000004-changes-3.csv",
                        "00000004-changes-3.csv.rejected.txt"),
                hr.files("failed"));
        assertEquals(List.of("1=Ann", "3=Cem", "2=Bobby"), hr.full().objects());
        assertEquals(List.of(), hr.changes().objects());
    }

    @Test
    void aRejectedFileWithEverythingCountsAsNeverDropped() throws IOException {
        hr.full();
        hr.drop("people.csv", "key,name\n1,Ann\n");
        assertThrows(ConnectorException.class, hr::changes);
        Dropping.Delivered delivered = hr.full();
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), delivered.objects());
        assertTrue(delivered.errors().getFirst().contains("rejected as a whole"), delivered.toString());
        assertTrue(Files.readString(hr.folder().resolve("failed/00000002-people.csv.rejected.txt"))
                .contains("no column 'id'"));
        assertEquals(List.of(), hr.full().errors());
        assertEquals(List.of(), hr.changes().objects());
    }

    @Test
    void whatIsRejectedIsReadAgainWhenItsSettingsAreRightBeforeItWasStored() {
        hr.drop("people.csv", "id,full name\n1,Ann\n");
        assertThrows(ConnectorException.class, hr::full);
        Dropping corrected = new Dropping(configuration, Map.of("header", "false", "columns", "id,name"));
        assertEquals(List.of("id=full name", "1=Ann"), corrected.full().objects());
        assertEquals(List.of("00000001-people.csv"), hr.files("done"));
    }
}
