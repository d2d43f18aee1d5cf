package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.operations.Finding;
import org.syncline.platform.engine.operations.OperationRefused;
import org.syncline.platform.engine.operations.Previewing;
import org.syncline.platform.engine.operations.Previewing.ShownPreview;
import org.syncline.platform.engine.operations.Previewing.ShownValue;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Section 6 of the semantics: preview and audit. */
class Semantics6PreviewTest {
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    private Previewing previewing() {
        return new Previewing(house.store(), house.rules(), house.clock());
    }

    private ConnectorSpaceObject object(String name) {
        return new Finding(house.store(), house.rules().ruleset()).findObject(name);
    }

    private void read() {
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
    }

    private static void assertDecided(ShownPreview preview, String phase, String text) {
        assertTrue(
                preview.decisions().stream()
                        .anyMatch(line -> line.phase().equals(phase) && line.text().contains(text)),
                () -> phase + " " + text + " in " + preview.decisions());
    }

    private static ShownValue value(ShownPreview preview, String attribute) {
        return preview.results().getFirst().values().stream()
                .filter(value -> value.attribute().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("6: preview of a stored object: every step of section 3 with candidates, decisions and flows")
    void aPreviewShowsEveryStep() {
        house.employ("1", "Ann", "Lee", null);
        read();
        ShownPreview preview = previewing().preview(object("hr:1"));
        assertDecided(preview, "join", "'by employee id' (test.xml:1:1) compares {employeeId=1}: no identity matches.");
        assertDecided(preview, "join", "No identity matches; 'new people' makes a new one.");
        assertDecided(preview, "import flow", "sn <- Lee: won by sn from last (test.xml:1:1)");
        assertDecided(preview, "import flow", "manager <- (nothing): nothing by manager from boss");
        assertDecided(preview, "provisioning", "'everybody' creates uid=alee,ou=People,dc=test.");
        assertDecided(preview, "export flow", "employeeNumber <- 1");
    }

    @Test
    @DisplayName("6: the resulting identity and exports, before and after")
    void aPreviewShowsTheIdentityBeforeAndAfter() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        house.employ("1", "Ann", "Ray", null);
        house.run("hr", Kind.FULL_IMPORT);
        ShownPreview preview = previewing().preview(object("hr:1"));
        assertEquals(new ShownValue("sn", "Lee", "Ray"), value(preview, "sn"));
        assertEquals(new ShownValue("givenName", "Ann", "Ann"), value(preview, "givenName"));
        assertTrue(preview.changes().stream().anyMatch(change -> change.space().equals("directory")));
    }

    @Test
    @DisplayName("6: preview of a stored object as if other values had been reported, which writes nothing")
    void aStoredObjectIsPreviewedWithOtherValues() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        StoreStatistics before = house.store().statistics();
        ShownPreview preview = previewing().preview(object("hr:1"), Map.of("last", List.of("Ray")));
        assertEquals(new ShownValue("sn", "Lee", "Ray"), value(preview, "sn"));
        assertEquals(0, house.store().statistics().since(before).rowsWritten());
    }

    @Test
    @DisplayName("6: preview of given objects, together, as they would join each other")
    void givenObjectsArePreviewedTogether() {
        house.run("directory", Kind.FULL_IMPORT);
        house.run("hr", Kind.FULL_IMPORT);
        ShownPreview preview = previewing().previewGiven(List.of(
                new GivenObject("hr", "employee", null, false,
                        Map.of("id", List.of("7"), "first", List.of("Eve"), "last", List.of("Fox"))),
                new GivenObject("directory", "account", "uid=efox,ou=People,dc=test", false,
                        Map.of("uid", List.of("efox"), "employeeNumber", List.of("7")))));
        assertDecided(preview, "join", "Joins identity #new by 'by employee id'.");
        assertEquals(new ShownValue("sn", "", "Fox"), value(preview, "sn"));
        assertEquals(List.of(), preview.errors());
    }

    @Test
    @DisplayName("6: a given object that is stored is taken as it is given, also as deleted")
    void aGivenObjectThatIsStoredIsTakenAsGiven() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        ShownPreview preview = previewing().previewGiven(List.of(
                new GivenObject("hr", "employee", null, true, Map.of("id", List.of("1")))));
        assertDecided(preview, "delete", "The system reports it as deleted; its link breaks.");
        assertDecided(preview, "end of identity", "It ends.");
    }

    @Test
    @DisplayName("6: commit on demand does exactly what was previewed, and nothing is left to synchronize")
    void aCommitDoesWhatWasPreviewed() {
        house.employ("1", "Ann", "Lee", null);
        read();
        ShownPreview seen = previewing().preview(object("hr:1"));
        ShownPreview committed = previewing().commit(object("hr:1"), seen.digest(), "ann");
        assertFalse(seen.committed());
        assertTrue(committed.committed());
        assertEquals(seen.digest(), committed.digest());
        assertEquals(seen.changes().size(), committed.changes().size());

        StepReport left = house.run("hr", Kind.DELTA_SYNC);
        assertEquals(0, left.counters().of(Counter.DISCONNECTOR_PROJECTED_FLOW));
        assertEquals(1, house.run("directory", Kind.EXPORT).counters().of(Counter.EXPORT_ADD));
    }

    @Test
    @DisplayName("6: a commit is refused if something else would change than what was previewed")
    void aCommitOfSomethingElseIsRefused() {
        house.employ("1", "Ann", "Lee", null);
        read();
        String seen = previewing().preview(object("hr:1")).digest();
        house.employ("1", "Ann", "Ray", null);
        house.run("hr", Kind.FULL_IMPORT);
        OperationRefused refused =
                assertThrows(OperationRefused.class, () -> previewing().commit(object("hr:1"), seen, "ann"));
        assertTrue(refused.getMessage().contains("Nothing was written"), refused.getMessage());
        assertEquals(1, house.run("hr", Kind.DELTA_SYNC).counters().of(Counter.DISCONNECTOR_PROJECTED_FLOW));
    }

    @Test
    @DisplayName("6: who committed what is audited")
    void aCommitIsAudited() {
        house.employ("1", "Ann", "Lee", null);
        read();
        previewing().commit(object("hr:1"), null, "ann");
        var audit = house.store().runHistory().audits(1).getFirst();
        assertEquals("ann", audit.who());
        assertEquals("commit preview", audit.what());
        assertEquals("1", audit.title());
    }

    @Test
    @DisplayName("6: what is given wrongly is explained")
    void whatIsGivenWronglyIsExplained() {
        house.employ("1", "Ann", "Lee", null);
        house.cycle();
        assertRefused("have no attribute 'shoe'; there are ",
                () -> previewing().preview(object("hr:1"), Map.of("shoe", List.of("4"))));
        assertRefused("'last' holds a single value, and 2 are given",
                () -> previewing().preview(object("hr:1"), Map.of("last", List.of("a", "b"))));
        assertRefused("has no object type 'person'; there are employee",
                () -> previewing().previewGiven(List.of(new GivenObject("hr", "person", null, false, Map.of()))));
        assertRefused("has no value in id, which says which object it is",
                () -> previewing().previewGiven(List.of(new GivenObject("hr", "employee", null, false, Map.of()))));
    }

    private static void assertRefused(String message, Runnable work) {
        String refusal = assertThrows(OperationRefused.class, work::run).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }
}
