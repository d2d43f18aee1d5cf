package org.syncline.platform.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.syncline.dsl.ruleset.Retention;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;

/** Removes what the history keeps longer than it should: in small transactions, and never very much at once. */
final class OldHistory {
    /** Rows of one transaction. */
    private static final int BATCH = 100;

    /** What is left waits for the end of the next run. */
    private static final int BATCHES = 100;

    private final RunHistory history;
    private final RulesetVersions versions;
    private final Retention retention;
    private final Clock clock;

    OldHistory(Store store, Retention retention, Clock clock) {
        this.history = store.runHistory();
        this.versions = store.rulesetVersions();
        this.retention = retention;
        this.clock = clock;
    }

    /** One kind of what is forgotten. */
    private interface Forgetting {
        int forget(Instant before, int limit);
    }

    void forget() {
        forget(retention.details(), history::forgetCounted);
        forget(retention.details(), versions::forget);
        if (retention.counters() != null) {
            forget(retention.counters(), history::forgetSteps);
        }
    }

    private void forget(Duration age, Forgetting kind) {
        Instant before = clock.instant().minus(age);
        for (int batch = 0; batch < BATCHES && kind.forget(before, BATCH) == BATCH; batch++) {
            // the next batch has what this one left
        }
    }
}
