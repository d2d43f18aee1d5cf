package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepRequest;

/** What may not be timed is counted: how many statements, rows and commits each step costs. */
public class OperationCountTest {
    private final House house = new House(this::open);

    /** The same is tested with other stores. */
    protected Store open(TypeSource types) {
        return new MemoryStore(types);
    }

    private void employ(int people) {
        for (int number = 1; number <= people; number++) {
            house.employ("" + number, "Ann", "Number" + number, number > 1 ? "1" : null);
        }
    }

    private StoreStatistics step(String connector, Kind kind) {
        Engine engine = house.engine();
        StoreStatistics before = house.store().statistics();
        engine.run(new StepRequest(connector, Step.of(kind), null), PageLoop.SEQUENTIAL);
        return house.store().statistics().since(before);
    }

    /** Rows that a step writes besides those of the run history and the watermark. */
    private static Map<String, Long> rows(StoreStatistics done) {
        Map<String, Long> rows = new TreeMap<>(done.rows());
        rows.keySet().removeIf(name -> name.startsWith("history.") || name.startsWith("watermark."));
        return rows;
    }

    /** Directory and HR imported, employees synchronized, accounts exported and confirmed. */
    private void settle(int people) {
        employ(people);
        house.cycle();
    }

    @Test
    void aPageOfNewObjectsIsStagedInThreeWritingStatementsAndOneCommit() {
        employ(500);

        StoreStatistics done = step("hr", Kind.FULL_IMPORT);

        assertEquals(
                Map.of("connector-space.insert", 500L, "connector-space.insert-keys", 1000L, "connector-space.count",
                        1L),
                rows(done));
        assertEquals(1, done.statements().get("connector-space.insert"));
        assertEquals(1, done.statements().get("connector-space.insert-keys"));
        assertEquals(4, done.commits(), "begin, page, watermark, end");
        assertEquals(500, house.hr().counts().objectsRead());
    }

    @Test
    void aPageOfNewPeopleIsSynchronizedWithOneStatementOfAKindAndOneCommit() {
        employ(500);
        step("directory", Kind.FULL_IMPORT);
        step("hr", Kind.FULL_IMPORT);
        step("directory", Kind.DELTA_SYNC);

        StoreStatistics done = step("hr", Kind.DELTA_SYNC);

        assertEquals(
                Map.of(
                        "metaverse.insert", 500L,
                        "metaverse.insert-keys", 500L,
                        "metaverse.insert-references", 499L,
                        "metaverse.count", 1L,
                        "connector-space.insert", 500L,
                        "connector-space.insert-keys", 1500L,
                        "connector-space.insert-references", 499L,
                        "connector-space.update", 500L,
                        "connector-space.count", 2L),
                rows(done));
        assertEquals(4, done.commits(), "begin, page, rules that evaluated, end");
        assertEquals(1, done.statements().get("connector-space.load"));
        assertEquals(1, done.statements().get("metaverse.find"));
        assertEquals(3, done.statements().get("connector-space.find-names"), "referred to, wanted names, taken names");
    }

    @Test
    void anExportedPageIsOneUpdateAndTwoCommits() {
        employ(500);
        step("directory", Kind.FULL_IMPORT);
        step("hr", Kind.FULL_IMPORT);
        step("hr", Kind.DELTA_SYNC);

        StoreStatistics done = step("directory", Kind.EXPORT);

        assertEquals(1, done.statements().get("connector-space.update"));
        assertEquals(500, done.rows().get("connector-space.update"));
        assertEquals(1, done.statements().get("history.mark-in-flight"));
        assertEquals(1, done.statements().get("history.clear-in-flight"));
        assertEquals(4, done.commits(), "begin, mark, answers, end");
        assertEquals(2, house.directory().counts().exports(), "the boss, then those who refer to him");
        assertEquals(500, house.directory().counts().operations());
    }

    @Test
    void theStatementsOfASynchronizationGrowWithItsPagesAndNotWithItsObjects() {
        employ(100);
        step("directory", Kind.FULL_IMPORT);
        step("hr", Kind.FULL_IMPORT);
        long few = step("hr", Kind.DELTA_SYNC).statementsRun();

        House larger = new House(this::open);
        for (int number = 1; number <= 500; number++) {
            larger.employ("" + number, "Ann", "Number" + number, number > 1 ? "1" : null);
        }
        larger.engine().run(new StepRequest("directory", Step.of(Kind.FULL_IMPORT), null), PageLoop.SEQUENTIAL);
        larger.engine().run(new StepRequest("hr", Step.of(Kind.FULL_IMPORT), null), PageLoop.SEQUENTIAL);
        StoreStatistics before = larger.store().statistics();
        larger.engine().run(new StepRequest("hr", Step.of(Kind.DELTA_SYNC), null), PageLoop.SEQUENTIAL);

        assertEquals(few, larger.store().statistics().since(before).statementsRun());
    }

    @Test
    void aFullImportOfWhatDidNotChangeWritesNoObject() {
        settle(500);

        StoreStatistics done = step("hr", Kind.FULL_IMPORT);

        assertEquals(Map.of(), rows(done));
        assertEquals(Map.of("history.begin", 1L, "history.end", 1L, "watermark.keep", 1L), done.rows());
        assertEquals(1, done.statements().get("connector-space.fingerprints"));
    }

    @Test
    void aFullSynchronizationOfWhatDidNotChangeWritesNoObject() {
        settle(500);

        assertEquals(Map.of(), rows(step("hr", Kind.FULL_SYNC)));
        assertEquals(Map.of(), rows(step("directory", Kind.FULL_SYNC)));
    }

    @Test
    void aDeltaSynchronizationWithNothingPendingLoadsNothing() {
        settle(500);

        StoreStatistics done = step("hr", Kind.DELTA_SYNC);

        assertEquals(Map.of(), rows(done));
        assertEquals(null, done.statements().get("connector-space.load"));
    }

    @Test
    void anExportWithNothingPendingSendsNothing() {
        settle(10);
        house.directory().resetCounts();

        assertEquals(Map.of(), rows(step("directory", Kind.EXPORT)));
        assertEquals(0, house.directory().counts().exports());
    }

    @Test
    void oneChangeAmongManyIsOneRowAStep() {
        settle(500);
        house.employ("7", "Ann", "Married", "1");

        assertEquals(Map.of("connector-space.update", 1L, "connector-space.count", 1L),
                rows(step("hr", Kind.FULL_IMPORT)));
        assertEquals(
                Map.of("connector-space.update", 2L, "connector-space.count", 2L, "metaverse.update", 1L),
                rows(step("hr", Kind.DELTA_SYNC)));
        assertEquals(Map.of("connector-space.update", 1L, "connector-space.count", 1L),
                rows(step("directory", Kind.EXPORT)));
    }
}
