package org.syncline.platform.app.workspace;

import java.time.Instant;
import org.syncline.platform.engine.run.StepReport;

/** Gets what happens while a folder is followed. Cycles and their steps come from one thread, rules from another. */
public interface FollowListener {

    void cycleBegins(Instant now);

    void stepEnded(StepReport report);

    void rulesSaved(Reload reload);
}
