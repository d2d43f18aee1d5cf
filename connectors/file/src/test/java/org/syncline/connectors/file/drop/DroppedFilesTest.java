package org.syncline.connectors.file.drop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.delimited.DelimitedTextConnectorFactory;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** Which dropped files are read by which import, in which order, and where they lie afterwards. */
class DroppedFilesTest {
    @TempDir
    private Path configuration;

    private Dropping hr;

    @BeforeEach
    void start() {
        hr = new Dropping(configuration, Map.of());
        hr.drop("people.csv", Dropping.HEADER + "1,Ann\n2,Bob\n3,Cem\n");
    }

    @Test
    void aFileIsPutAwayWhenWhatItSaysIsStored() {
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.full().objects());
        assertEquals(List.of(), hr.files(""));
        assertEquals(List.of(), hr.files("processing"));
        assertEquals(List.of("00000001-people.csv"), hr.files("done"));
    }

    @Test
    void anImportWithoutNewFilesReadsNone() {
        hr.full();
        assertEquals(List.of(), hr.changes().objects());
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.full().objects());
    }

    @Test
    void aFileWithEverythingReplacesTheOneBefore() {
        hr.full();
        hr.drop("people.csv", Dropping.HEADER + "2,Bob\n4,Dee\n");
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                assertThrows(ConnectorException.class, hr::changes).code());
        assertEquals(List.of("2=Bob", "4=Dee"), hr.full().objects());
        assertEquals(List.of("00000001-people.csv", "00000002-people.csv"), hr.files("done"));
        assertEquals(List.of(), hr.changes().objects());
    }

    @Test
    void ofTwoFilesWithEverythingTheLaterOneCounts() {
        hr.drop("people-2.csv", Dropping.HEADER + "9,Zoe\n");
        assertEquals(List.of("1=Ann", "2=Bob", "3=Cem"), hr.full().objects(), "people.csv comes after people-2.csv");
        assertEquals(List.of("00000001-people-2.csv", "00000002-people.csv"), hr.files("done"));
    }

    @Test
    void filesAreReadInTheOrderOfTheirNames() {
        hr.full();
        hr.drop("changes-2.csv", Dropping.CHANGES + "modify,1,Second\n");
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,First\n");
        hr.drop("leavers.csv", "id\n3\n");
        assertEquals(List.of("1=First", "1=Second", "3 gone"), hr.changes().objects());
    }

    @Test
    void filesAreReadInTheOrderOfTheirTimesIfAskedFor() throws IOException {
        hr = new Dropping(configuration, Map.of("order", "time"));
        hr.full();
        Path later = hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Second\n");
        Path earlier = hr.drop("changes-2.csv", Dropping.CHANGES + "modify,1,First\n");
        Files.setLastModifiedTime(earlier, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(later, FileTime.fromMillis(2_000_000));
        assertEquals(List.of("1=First", "1=Second"), hr.changes().objects());
    }

    @Test
    void aColumnSaysWhatHappened() {
        hr = new Dropping(configuration, Map.of("added", "A, new", "modified", "M", "deleted", "D"));
        hr.full();
        hr.drop("changes.csv", Dropping.CHANGES + "new,7,Gil\na,8,Hal\nM,1,Anna\nd,2,\n");
        assertEquals(List.of("7=Gil", "8=Hal", "1=Anna", "2 gone"), hr.changes().objects());
    }

    @Test
    void anUnknownWordIsAnErrorOfItsRow() {
        hr.full();
        hr.drop("changes.csv", Dropping.CHANGES + "remove,1,Ann\n,2,Bob\nmodify,3,Carl\n");
        Dropping.Delivered delivered = hr.changes();
        assertEquals(List.of("3=Carl"), delivered.objects());
        assertEquals(
                List.of("changes.csv, line 2: column 'what': 'remove' is none of add, delete, modify. Correct it, or add"
                        + " the word to the setting 'added', 'modified' or 'deleted'; the object stays as it was.",
                        "changes.csv, line 3: column 'what': nothing is none of add, delete, modify. Correct it, or add"
                                + " the word to the setting 'added', 'modified' or 'deleted'; the object stays as it was."),
                delivered.errors());
    }

    @Test
    void anObjectThatNoTypeReadsAnyMoreIsGone() {
        ObjectTypeSettings type = Dropping.people();
        hr = new Dropping(configuration, Map.of(), new ObjectTypeSettings(type.type(), type.anchor(), type.attributes(),
                type.rows(), column -> !"retired".equals(column.apply("name"))));
        hr.full();
        hr.drop("changes.csv", Dropping.CHANGES + "modify,1,retired\nmodify,2,Bobby\n");
        assertEquals(List.of("1 gone", "2=Bobby"), hr.changes().objects());
    }

    @Test
    void aFullImportTellsOfEachObjectOnceAndAsItIsLast() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "modify,1,Once\nadd,4,Dee\ndelete,2,\nmodify,1,Twice\n");
        hr.changes();
        hr.drop("changes-2.csv", Dropping.CHANGES + "add,2,Back\ndelete,4,\n");
        assertEquals(List.of("3=Cem", "1=Twice", "2=Back"), hr.full().objects());
        assertEquals(List.of(), hr.changes().objects(), "the full import read all of them");
    }

    @Test
    void changesBeforeAFileWithEverythingDoNotCountAnyMore() {
        hr.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "add,4,Dee\n");
        hr.changes();
        hr.drop("people.csv", Dropping.HEADER + "1,Ann\n");
        assertEquals(List.of("1=Ann"), hr.full().objects());
    }

    @Test
    void changesAloneMakeUpEverything() {
        hr = new Dropping(configuration, Map.of("pattern", ""));
        hr.drop("changes-1.csv", Dropping.CHANGES + "add,1,Ann\nadd,2,Bob\n");
        assertEquals(List.of("1=Ann", "2=Bob"), hr.full().objects());
        hr.drop("changes-2.csv", Dropping.CHANGES + "delete,1,\n");
        assertEquals(List.of("1 gone"), hr.changes().objects());
        assertEquals(List.of("2=Bob"), hr.full().objects());
    }

    @Test
    void aFolderWithoutFilesIsAnErrorUnlessItMayBeEmpty() throws IOException {
        Files.delete(hr.folder().resolve("people.csv"));
        hr.drop("changes.csv", Dropping.CHANGES + "add,1,Ann\n");
        assertEquals(ConnectorException.Code.NO_START_CONNECTION,
                assertThrows(ConnectorException.class, hr::full).code());
        assertEquals(List.of("1=Ann"), new Dropping(configuration, Map.of("missing-file", "empty")).full().objects());
    }

    @Test
    void whatAFullImportNeedsIsKeptAndOfTheRestTheNewest() {
        hr = new Dropping(configuration, Map.of("keep", "1"));
        hr.full();
        for (int day = 2; day < 6; day++) {
            hr.drop("people.csv", Dropping.HEADER + day + ",Somebody\n");
            hr.full();
        }
        hr.drop("changes.csv", Dropping.CHANGES + "add,9,Zoe\n");
        hr.changes();
        hr.changes();
        assertEquals(List.of("00000004-people.csv", "00000005-people.csv", "00000006-changes.csv"), hr.files("done"));
        assertEquals(List.of("5=Somebody", "9=Zoe"), hr.full().objects());
    }

    @Test
    void whoWasReadBeforeWhatIsKeptNeedsAFullImport() {
        Dropping restored = new Dropping(configuration, Map.of());
        restored.full();
        hr.drop("changes-1.csv", Dropping.CHANGES + "add,4,Dee\n");
        hr = new Dropping(configuration, Map.of("keep", "0"));
        hr.full();
        hr.drop("people.csv", Dropping.HEADER + "1,Ann\n");
        hr.full();
        hr.changes();
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                assertThrows(ConnectorException.class, restored::changes).code());
    }

    @Test
    void collectedObjectsAreRefusedWithChanges() {
        ObjectTypeSettings type = Dropping.people();
        hr = new Dropping(configuration, Map.of(), new ObjectTypeSettings(type.type(), type.anchor(), type.attributes(),
                ObjectTypeSettings.Rows.COLLECT, type.filter()));
        ConnectorException refused = assertThrows(ConnectorException.class, hr::open);
        assertTrue(refused.getMessage().contains("object type 'person' collects"), refused.getMessage());
    }

    @Test
    void theNewestFileOfAFolderIsLookedAtToSeeWhatItOffers() throws IOException {
        assertEquals(List.of("id", "name"), offered());
        hr.full();
        assertEquals(List.of("id", "name"), offered());
        Files.setLastModifiedTime(hr.drop("people.csv", "id,name,mail\n1,Ann,ann@example.com\n"),
                FileTime.fromMillis(Long.MAX_VALUE / 4_000_000));
        assertEquals(List.of("id", "name", "mail"), offered());
        assertEquals(List.of("people.csv"), hr.files(""));
    }

    private List<String> offered() {
        try (Discovery discovery = new DelimitedTextConnectorFactory().discover(hr.settings())) {
            return discovery.types().getFirst().attributes().stream().map(attribute -> attribute.name()).toList();
        }
    }

    @Test
    void whatChangesCostDoesNotDependOnHowManyThereAre() {
        assertEquals(looksAtChangesOf(100), looksAtChangesOf(5_000));
    }

    private int looksAtChangesOf(int population) {
        AtomicInteger looks = new AtomicInteger();
        ObjectTypeSettings type = Dropping.people();
        Dropping counted = new Dropping(configuration.resolve("of-" + population), Map.of(), new ObjectTypeSettings(
                type.type(), type.anchor(), type.attributes(), type.rows(), column -> looks.incrementAndGet() > 0));
        StringBuilder people = new StringBuilder(Dropping.HEADER);
        for (int id = 0; id < population; id++) {
            people.append(id).append(",Somebody\n");
        }
        counted.drop("people.csv", people.toString());
        assertEquals(population, counted.full().objects().size());
        looks.set(0);
        counted.drop("changes.csv", Dropping.CHANGES + "modify,1,Ann\nadd,x,Xaver\ndelete,2,\n");
        assertEquals(List.of("1=Ann", "x=Xaver", "2 gone"), counted.changes().objects());
        return looks.get();
    }
}
