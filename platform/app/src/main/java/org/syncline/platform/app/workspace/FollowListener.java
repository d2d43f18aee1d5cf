package org.syncline.platform.app.workspace;

import java.time.Instant;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;

/** Gets what happens while a folder is followed. Cycles and their steps come from one thread, rules from another. */
public interface FollowListener {

    void cycleBegins(Instant now);

    void stepEnded(StepReport report);

    void rulesSaved(Reload reload);

    /** Tells between two cycles what a version would do that waits for its approval. */
    void rulesTried(long version, WhatIfReport report);
}
