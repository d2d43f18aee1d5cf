package org.syncline.platform.engine.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.GuardHistory.GoodRun;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.StepResult;

/**
 * Remembers how many objects were linked when all was well, so that what goes wrong cannot move the measure it is judged by. An export
 * that no guard held anything of begins it; from then on imports keep it up to date, until a guard holds something.
 */
public final class GoodRuns {
    private final Store store;

    public GoodRuns(Store store) {
        this.store = store;
    }

    public void note(String connector, Kind step, StepResult result, Instant now) {
        switch (step) {
            case EXPORT -> noteExport(connector, result, now);
            case FULL_IMPORT, DELTA_IMPORT -> noteImport(connector, result, now);
            case FULL_SYNC, DELTA_SYNC -> {
                // What a synchronization links and unlinks is what the next export is judged for.
            }
        }
    }

    private void noteExport(String connector, StepResult result, Instant now) {
        Optional<GoodRun> last = store.guardHistory().lastGoodRun(connector);
        if (result.isCompleted()) {
            keep(connector, last, now);
        } else if (result.isHeld() && last.isPresent() && !last.get().held()) {
            store.guardHistory().keep(connector, last.get().holding());
        }
    }

    private void noteImport(String connector, StepResult result, Instant now) {
        Optional<GoodRun> last = store.guardHistory().lastGoodRun(connector);
        if (result.isCompleted() && last.isPresent() && !last.get().held()) {
            keep(connector, last, now);
        }
    }

    private void keep(String connector, Optional<GoodRun> last, Instant now) {
        GoodRun run = new GoodRun(now, linked(connector), false);
        boolean same = last.isPresent() && !last.get().held() && last.get().linked().equals(run.linked());
        if (!same) {
            store.guardHistory().keep(connector, run);
        }
    }

    private Map<String, Long> linked(String connector) {
        Map<String, Long> linked = new TreeMap<>();
        store.connectorSpace().counts(connector).forEach(count -> linked.put(count.objectType(), linked(count)));
        return linked;
    }

    /** Those that the system has: drafts are not there yet, what is to be deleted still is. */
    static long linked(TypeCount count) {
        return count.joined() - count.pendingAdds() + count.pendingDeletes();
    }
}
