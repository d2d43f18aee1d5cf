package org.syncline.dsl.reload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.xml.Problem;
import org.syncline.dsl.xml.ReadResult;

/** Each reading of the folder is told as one text: the content of its files in the order of their names. */
class RulesetWatcherTest {
    private static final String FLOWS = "rules/attribute-flow/hr.xml";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private RulesetWatcher watcher;

    @BeforeEach
    void watch() throws Exception {
        write("syncline.xml", "a");
        write(FLOWS, "b");
        watcher = RulesetWatcher.start(folder, this::read, result -> told.add(
                ((ReadResult.Refused) result).problems().getFirst().message()));
        assertEquals("a b", next());
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    private ReadResult read() {
        try (Stream<Path> files = Files.walk(folder)) {
            String content = files.filter(file -> file.toString().endsWith(".xml") || file.toString().endsWith(".csv"))
                    .sorted()
                    .map(RulesetWatcherTest::text)
                    .collect(Collectors.joining(" "));
            return new ReadResult.Refused(List.of(new Problem("syncline.xml", 1, 1, reordered(content), null)));
        } catch (IOException | UncheckedIOException gone) {
            throw new IllegalStateException("read too early", gone);
        }
    }

    /** The root before what lies below it. */
    private static String reordered(String content) {
        return Stream.of(content.split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String next() throws InterruptedException {
        String text = told.poll(20, TimeUnit.SECONDS);
        assertNotNull(text, "nothing was read");
        return text;
    }

    private void assertNothingMore() throws InterruptedException {
        assertNull(told.poll(900, TimeUnit.MILLISECONDS));
    }

    @Test
    void aSavedFileIsReadWithinASecond() throws Exception {
        write(FLOWS, "c");
        long began = System.nanoTime();
        assertEquals("a c", next());
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        assertTrue(milliseconds < 1_000, milliseconds + " ms");
    }

    @Test
    void filesSavedTogetherAreReadOnce() throws Exception {
        for (int file = 10; file < 40; file++) {
            write("rules/join/" + file + ".xml", "j" + file);
            Thread.sleep(10);
        }
        assertEquals(32, next().split(" ").length);
        assertNothingMore();
    }

    @Test
    void aFileThatIsWrittenInPiecesIsReadWhenItIsWhole() throws Exception {
        try (OutputStream file = Files.newOutputStream(folder.resolve(FLOWS))) {
            for (int piece = 0; piece < 20; piece++) {
                file.write(("p" + piece % 10).getBytes(StandardCharsets.UTF_8));
                file.flush();
                Thread.sleep(20);
            }
        }
        assertEquals("a p0p1p2p3p4p5p6p7p8p9p0p1p2p3p4p5p6p7p8p9", next());
        assertNothingMore();
    }

    @Test
    void aFileThatIsPutInPlaceOfAnotherIsRead() throws Exception {
        write("rules/attribute-flow/.hr.xml.tmp", "c");
        Files.move(folder.resolve("rules/attribute-flow/.hr.xml.tmp"), folder.resolve(FLOWS),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("a c", next());
    }

    @Test
    void aFileThatIsDeletedIsNotThereAnyMore() throws Exception {
        Files.delete(folder.resolve(FLOWS));
        assertEquals("a", next());
    }

    @Test
    void foldersThatAppearAreWatchedToo() throws Exception {
        write("lookup/offices.csv", "x");
        assertEquals("a b x", next());
        write("lookup/offices.csv", "y");
        assertEquals("a b y", next());
    }

    @Test
    void dataAndTheStoreAreNotWatched() throws Exception {
        write("data/employees.txt", "x");
        write(".syncline/store", "y");
        assertNothingMore();
    }

    @Test
    void aReadingThatFailsIsToldAndTheNextSaveIsReadAgain() throws Exception {
        Files.delete(folder.resolve(FLOWS));
        Files.createSymbolicLink(folder.resolve(FLOWS), folder.resolve("nowhere.xml"));
        assertTrue(next().contains("read too early"));
        Files.delete(folder.resolve(FLOWS));
        write(FLOWS, "c");
        assertEquals("a c", next());
    }
}
