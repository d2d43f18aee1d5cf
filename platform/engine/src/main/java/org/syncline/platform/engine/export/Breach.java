package org.syncline.platform.engine.export;

import java.util.Set;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.platform.engine.run.StepResult;

/**
 * A limit that would be passed.
 *
 * @param what there is too much of
 * @param holdsAll whether everything pending is held for it
 * @param message what is too much and what is allowed
 */
record Breach(Affected what, boolean holdsAll, String message) {

    boolean concerns(Set<Affected> effects) {
        return holdsAll || effects.contains(what);
    }

    StepResult result() {
        return what.kind() == ChangeKind.DELETE
                ? StepResult.STOPPED_DELETION_THRESHOLD_EXCEEDED
                : StepResult.STOPPED_EXPORT_GUARD;
    }
}
