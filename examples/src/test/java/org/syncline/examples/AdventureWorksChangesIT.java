package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What HR changes in the file happens in the directory, exactly that, and happens once. */
class AdventureWorksChangesIT {
    private static final String JOSE = "288";
    private static final String FRANCOIS = "120";
    private static final String SANDRA = "75";
    private static final String CHRISTIAN_WHO_LEADS_FOUR = "51";
    private static final List<String> EXECUTIVES = List.of("112", "144");

    @TempDir
    private static Path temporary;

    private static AdventureWorks loaded;

    @TempDir
    private Path own;

    private AdventureWorks works;

    @BeforeAll
    static void load() {
        loaded = AdventureWorks.in(temporary.resolve("works")).loaded();
    }

    @BeforeEach
    void beginWithEverythingLoaded() {
        works = loaded.copyTo(own.resolve("works"));
    }

    @Test
    void aNewNameChangesTheNamesOfTheAccount() {
        works.hr().change(FRANCOIS, "FirstName", "Françoise");
        works.hr().change(FRANCOIS, "LastName", "Ajenstat-Müller");
        changes().areThoseOf("rename.ldif");
    }

    @Test
    void anotherDepartmentMovesThePersonFromGroupToGroup() {
        works.hr().change(JOSE, "DepartmentName", "Marketing");
        changes().areThoseOf("department.ldif");
    }

    @Test
    void anEndedRowTakesTheAccountAndEveryReferenceToIt() {
        works.hr().change(CHRISTIAN_WHO_LEADS_FOUR, "Status", "");
        changes().areThoseOf("ended.ldif");
        assertEquals(23 + 4, unresolved("unresolved: filtered"));
    }

    @Test
    void whoComesBackIsTheManagerAgain() {
        String status = works.hr().row(CHRISTIAN_WHO_LEADS_FOUR).get("Status");
        works.hr().change(CHRISTIAN_WHO_LEADS_FOUR, "Status", "");
        works.folder().run().endedWith(0);
        works.hr().change(CHRISTIAN_WHO_LEADS_FOUR, "Status", status);
        changes().areThoseOf("returned.ldif");
        assertEquals(23, unresolved("unresolved: filtered"));
    }

    @Test
    void aDeletedRowTakesTheAccount() {
        works.hr().delete(SANDRA);
        changes().areThoseOf("deleted.ldif");
    }

    @Test
    void aRowThatIsAddedAgainBringsTheAccountBack() {
        String row = works.hr().lines().get(works.hr().lineOf(SANDRA) - 1);
        works.hr().delete(SANDRA);
        works.folder().run().endedWith(0);
        works.hr().add(row);
        changes().areThoseOf("added-again.ldif");
    }

    @Test
    void aDeletedManagerIsNamedWhereTheReferenceIsMissing() {
        works.hr().delete(CHRISTIAN_WHO_LEADS_FOUR);
        changes().areThoseOf("ended.ldif");
        assertEquals(4, unresolved("unresolved: not staged"));
    }

    @Test
    void aDepartmentWithoutPeopleLosesItsGroup() {
        EXECUTIVES.forEach(key -> works.hr().change(key, "DepartmentName", "Finance"));
        changes().areThoseOf("department-without-people.ldif");
    }

    @Test
    void aNewDepartmentGetsAGroup() {
        works.hr().replace(JOSE, row -> row.replace(",Sales,", ",\"Sales, \"\"Forêt\"\" + Co\","));
        changes().areThoseOf("new-department.ldif");
    }

    /** What a cycle changes in the directory; the next one must find nothing left to do. */
    private DirectoryChanges changes() {
        DirectoryContent before = works.directory();
        Command run = works.folder().run().endedWith(0);
        DirectoryChanges changes = new DirectoryChanges(before, works.directory());
        assertTrue(run.written() > 0, run.out());
        StoredRows rows = StoredRows.of(works.folder());
        Command next = works.folder().run().endedWith(0);
        assertEquals(0, next.written(), next::toString);
        assertEquals("", new DirectoryChanges(before, works.directory()).toString()
                .replace(changes.toString(), ""));
        assertEquals(rows, StoredRows.of(works.folder()));
        return changes;
    }

    private long unresolved(String reason) {
        return works.folder().show("errors").endedWith(0).lines().stream()
                .filter(line -> line.path("reason").asString().equals(reason))
                .count();
    }
}
