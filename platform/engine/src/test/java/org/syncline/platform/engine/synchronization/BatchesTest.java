package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.Batch.Segment;

/** How a step is cut: in which order, and that it ends. */
class BatchesTest {
    private static final long IDENTITY = 5;

    private final House house = new House();
    private final Store store = house.store();

    private void mark() {
        store.inTransaction(() -> store.metaverse().markForEvaluation(List.of(IDENTITY)));
    }

    private Batches batches(int size) {
        return new Batches(store, "hr", false, size, house.clock().instant(), List.of(), 0,
                RetryList.of(store, "hr", List.of("hr", "directory")),
                new ReadAhead(
                        new Synchronization(store, house.rules(), new ObjectKeys(house.rules().ruleset()),
                                house.clock().instant(), Trace.off()),
                        "hr", size));
    }

    private List<Segment> drain(Batches batches, Runnable meanwhile) {
        List<Segment> segments = new ArrayList<>();
        for (Optional<Batch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
            segments.add(batch.get().segment());
            meanwhile.run();
        }
        return segments;
    }

    @Test
    void evaluationsThatWakeEachOtherEndAllTheSame() {
        mark();

        List<Segment> segments = drain(batches(100), this::mark);

        assertTrue(segments.size() <= 10, segments::toString);
        assertTrue(segments.stream().allMatch(segment -> segment == Segment.EVALUATIONS));
        assertEquals(List.of(IDENTITY), store.metaverse().markedForEvaluation(0, 10), "the next step goes on");
    }

    @Test
    void deletionsAndFilteringsComeAfterAllAdditionsAndChanges() {
        for (int number = 1; number <= 4; number++) {
            house.employ("" + number, "Ann", "Number" + number, null);
        }
        house.cycle();
        house.dismiss("1");
        house.employ("2", "Ann", "Changed", null);
        house.employ("5", "Ann", "New", null);
        house.run("hr", org.syncline.dsl.ruleset.RunProfile.Kind.FULL_IMPORT);

        Batches batches = batches(1);
        batches.defer(List.of(3L));

        assertEquals(
                List.of(Segment.CHANGES, Segment.CHANGES, Segment.BREAKS, Segment.BREAKS), drain(batches, () -> {}));
    }
}
