package org.syncline.platform.engine.operations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.xml.FolderContent;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.operations.RuleVersions.ChangedFile;
import org.syncline.platform.engine.operations.RuleVersions.Listed;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

class RuleVersionsTest {
    private static final String FLOWS = "rules/attribute-flow/hr.xml";
    private static final String JOIN = "rules/join/hr.xml";

    @TempDir
    private Path folder;

    private final Store store = new MemoryStore(TypeSource.NONE);
    private RuleVersions versions;

    @BeforeEach
    void takeTwoVersions() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        versions = new RuleVersions(folder, store, clock);
        write("syncline.xml", "<syncline/>");
        write(FLOWS, "first");
        assertEquals(1, take("a"));
        write(FLOWS, "second");
        write(JOIN, "new");
        assertEquals(2, take("b"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private long take(String hash) {
        return versions.take(hash, FolderContent.of(folder), "ann");
    }

    @Test
    void theSameContentIsTheSameVersion() {
        assertEquals(2, take("b"));
        assertEquals(2, versions.list().size());
    }

    @Test
    void aListSaysWhatChangedAndWhichVersionTheFolderHas() {
        List<Listed> listed = versions.list();
        assertEquals(List.of(FLOWS, JOIN), listed.get(0).files());
        assertEquals(List.of(FLOWS, "syncline.xml"), listed.get(1).files());
        assertTrue(listed.get(0).inFolder());
        assertFalse(listed.get(1).inFolder());
        assertEquals("ann", listed.get(0).version().by());
    }

    @Test
    void differencesAreThoseOfTwoVersionsOrOfTheFolder() throws IOException {
        List<ChangedFile> differences =
                List.of(new ChangedFile(FLOWS, "first", "second"), new ChangedFile(JOIN, null, "new"));
        assertEquals(differences, versions.differences(1, 2L));
        assertEquals(differences, versions.differences(1, null));
        Files.delete(folder.resolve(JOIN));
        assertEquals(List.of(new ChangedFile(JOIN, "new", null)), versions.differences(2, null));
        assertThrows(OperationRefused.class, () -> versions.differences(1, 9L));
    }

    @Test
    void aRollbackMakesTheFolderWhatItWas() throws IOException {
        write("data/employees.csv", "kept");
        write("rules/join/notes.txt", "kept");
        assertEquals(List.of(FLOWS, JOIN), versions.rollBack(1, false, "bob"));
        assertEquals("first", Files.readString(folder.resolve(FLOWS)));
        assertFalse(Files.exists(folder.resolve(JOIN)));
        assertTrue(Files.exists(folder.resolve("data/employees.csv")));
        assertTrue(Files.exists(folder.resolve("rules/join/notes.txt")));
        assertEquals("bob", store.runHistory().audits(1).getFirst().who());
        assertEquals(List.of(), versions.rollBack(1, false, "bob"));
        assertEquals(List.of(FLOWS, JOIN), versions.rollBack(2, false, "bob"));
        assertEquals("new", Files.readString(folder.resolve(JOIN)));
    }

    @Test
    void aRollbackLosesNothingThatNoVersionHas() throws IOException {
        write(FLOWS, "of no version");
        OperationRefused refused =
                assertThrows(OperationRefused.class, () -> versions.rollBack(1, false, "bob"));
        assertTrue(refused.getMessage().contains(FLOWS), refused.getMessage());
        assertEquals("of no version", Files.readString(folder.resolve(FLOWS)));
        versions.rollBack(1, true, "bob");
        assertEquals("first", Files.readString(folder.resolve(FLOWS)));
    }

    @Test
    void aFileKeepsItsBytes() throws IOException {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><größe/>".getBytes(ISO_8859_1);
        Files.write(folder.resolve(FLOWS), latin);
        assertEquals(3, take("c"));
        versions.rollBack(1, false, "bob");
        versions.rollBack(3, false, "bob");
        assertArrayEquals(latin, Files.readAllBytes(folder.resolve(FLOWS)));
        assertTrue(versions.differences(1, 3L).getFirst().after().contains("größe"));
    }

    @Test
    void whatIsApprovedIsWhatTheFolderHas() throws IOException {
        write(FLOWS, "third");
        assertEquals(3, versions.keep("c", FolderContent.of(folder)));
        assertEquals(2, versions.current().orElseThrow().version());
        write(FLOWS, "fourth");
        OperationRefused refused = assertThrows(OperationRefused.class, () -> versions.approve(3, "bob"));
        assertTrue(refused.getMessage().contains(FLOWS), refused.getMessage());
        write(FLOWS, "third");
        versions.approve(3, "bob");
        assertEquals(3, versions.current().orElseThrow().version());
        assertEquals("bob", store.runHistory().audits(1).getFirst().who());
        assertThrows(OperationRefused.class, () -> versions.approve(3, "bob"));
    }
}
