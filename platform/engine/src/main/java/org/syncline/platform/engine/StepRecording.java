package org.syncline.platform.engine;

import java.time.Instant;
import java.util.List;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepRequest;

/** Keeps the history of one step: that it began, page by page what it counted, how it ended. */
final class StepRecording {
    /** Enough to make a page of objects worth a row, few enough to lose if the process dies. */
    private static final int PAGE = 2_000;

    private final Store store;
    private final long step;
    private Counters counters = new Counters();
    private int pages;

    private StepRecording(Store store, long step) {
        this.store = store;
        this.step = step;
    }

    static StepRecording begin(Store store, StepRequest request, long rulesetVersion, Instant now) {
        String title = request.step().title();
        return new StepRecording(
                store,
                store.runHistory().begin(request.connector(), title, request.profile(), rulesetVersion, now));
    }

    /** From now on these count. */
    void of(Counters counting) {
        counters = counting;
    }

    Counters counters() {
        return counters;
    }

    /** Keeps what was counted, once it is a page. */
    void recorded() {
        if (counters.waiting() >= PAGE) {
            store.inTransaction(this::keepCounted);
        }
    }

    private void keepCounted() {
        List<Counted> counted = counters.takeCounted();
        for (int from = 0; from < counted.size(); from += PAGE) {
            List<Counted> page = counted.subList(from, Math.min(from + PAGE, counted.size()));
            store.runHistory().keepCounted(step, pages++, counters, page);
        }
    }

    void end(StepEnd end, Instant now) {
        store.inTransaction(() -> {
            if (counters.waiting() > 0) {
                keepCounted();
            }
            store.runHistory().end(step, end.result(), counters, end.message(), now);
        });
    }
}
