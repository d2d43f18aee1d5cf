package org.syncline.platform.app.report;

import java.time.Instant;
import org.syncline.platform.app.workspace.FollowListener;
import org.syncline.platform.app.workspace.Reload;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.whatif.WhatIfReport;
import org.syncline.platform.pipeline.Trigger;

/** What happens while a folder is followed, for a program: cycles without anything to do are silent. */
public final class FollowJson implements FollowListener {
    private final Screen screen;
    private final Novelty novelty = new Novelty();
    private String cycle;

    public FollowJson(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void cycleBegins(Instant now, Trigger trigger) {
        cycle = FollowEvents.ofCycle(now, trigger);
    }

    @Override
    public synchronized void stepEnded(StepReport report) {
        if (novelty.of(report)) {
            if (cycle != null) {
                print(cycle);
                cycle = null;
            }
            print(Json.of(report));
        }
    }

    @Override
    public void rulesSaved(Reload reload) {
        print(FollowEvents.of(reload));
    }

    @Override
    public void rulesTried(long version, WhatIfReport report) {
        print(FollowEvents.ofTrial(version, report));
    }

    @Override
    public void listening(String connector) {
        print(FollowEvents.ofListening(connector));
    }

    @Override
    public void interrupted(String connector, String reason) {
        print(FollowEvents.ofInterruption(connector, reason));
    }

    private synchronized void print(String line) {
        screen.out().println(line);
        screen.out().flush();
    }
}
