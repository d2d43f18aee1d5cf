package org.syncline.platform.app.workspace;

import java.time.Instant;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;

/** Gets what happens while a folder is followed. Cycles and their steps come from one thread, rules and what systems tell from others. */
public interface FollowListener {

    void cycleBegins(Instant now, Trigger trigger);

    void stepEnded(StepReport report);

    void rulesSaved(Reload reload);

    /** Tells between two cycles what a version would do that waits for its approval. */
    void rulesTried(long version, WhatIfReport report);

    /** From now on a system tells of changes. */
    void listening(String connector);

    /** A system tells of no changes for now; it is tried again, and meanwhile they are found by the cycles of all systems. */
    void interrupted(String connector, String reason);
}
