package org.syncline.platform.engine;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.platform.engine.port.RunHistory.StepRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.StepResult;

/** Notes the end of steps whose process died: nobody else can. */
final class DeadSteps {
    private static final String MESSAGE =
            "The process died in this step. What was recorded stays, and the next run goes on from there.";

    private final Store store;

    DeadSteps(Store store) {
        this.store = store;
    }

    List<StepRecord> end(Instant now) {
        List<StepRecord> dead = store.runHistory().stepsWithoutEnd();
        if (!dead.isEmpty()) {
            store.inTransaction(() -> dead.forEach(step -> end(step, now)));
        }
        return dead;
    }

    private void end(StepRecord step, Instant now) {
        Counters soFar = step.counters() == null ? new Counters() : step.counters();
        store.runHistory().end(step.id(), StepResult.STOPPED_SERVER, soFar, MESSAGE, now);
        if (RunProfile.Step.isFullImport(step.step())) {
            holdHalfRead(step);
        }
    }

    /** What a full import read before its process died may be half of the truth. */
    private void holdHalfRead(StepRecord step) {
        String partition = RunProfile.Step.partition(step.step());
        ImportState state = store.watermarks().of(step.connector(), partition);
        boolean ended = state.wasRead() && !state.lastGoodFullImport().isBefore(step.began());
        if (!ended) {
            store.watermarks()
                    .keep(step.connector(), partition, state.holdBecause("The process died in the last full import of '"
                            + step.connector() + "'. Run a full import of it."));
        }
    }
}
