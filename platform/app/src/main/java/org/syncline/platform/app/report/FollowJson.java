package org.syncline.platform.app.report;

import java.time.Instant;
import org.syncline.platform.app.workspace.FollowListener;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;

/** What happens while a folder is followed, for a program: cycles without anything to do are silent. */
public final class FollowJson implements FollowListener {
    private final Screen screen;
    private final Novelty novelty = new Novelty();

    public FollowJson(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void cycleBegins(Instant now) {
        // its steps say what there is to say
    }

    @Override
    public void stepEnded(StepReport report) {
        if (novelty.of(report)) {
            print(Json.of(report));
        }
    }

    @Override
    public void rulesSaved(Reload reload) {
        print(Json.of(reload));
    }

    @Override
    public void rulesTried(long version, WhatIfReport report) {
        print(Json.ofTrial(version, report));
    }

    private void print(String line) {
        screen.out().println(line);
        screen.out().flush();
    }
}
