package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.List;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Lets a company run until nothing is left to do. */
final class Calm {
    private static final int CYCLES = 8;
    private static final int ROUNDS = 8;

    private final Landscape landscape;

    Calm(Landscape landscape) {
        this.landscape = landscape;
    }

    /** Whether it ever comes to rest; deltas do not tell everything, so everything is read in between. */
    boolean comes() {
        landscape.follow(landscape.policy().withoutGuards());
        for (int round = 0; round < ROUNDS; round++) {
            landscape.wait(Duration.ofDays(30));
            boolean read = true;
            for (String connector : Landscape.CONNECTORS) {
                read &= landscape.run(connector, Kind.FULL_IMPORT).result() == StepResult.SUCCESS;
            }
            int cycles = cyclesThatExport();
            if (cycles == CYCLES) {
                return false;
            }
            if (read && cycles == 0 && landscape.store().metaverse().ending(0, 1).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int cyclesThatExport() {
        int cycles = 0;
        while (cycles < CYCLES && exports(landscape.cycle())) {
            cycles++;
            landscape.wait(Duration.ofDays(1));
        }
        return cycles;
    }

    private static boolean exports(List<StepReport> reports) {
        return reports.stream().anyMatch(report -> !report.result().isCompleted()
                || report.request().step().kind() == Kind.EXPORT && !onlyHolds(report));
    }

    /** Whether an export had nothing to send but values that are held. */
    private static boolean onlyHolds(StepReport export) {
        return export.result() == StepResult.COMPLETED_WARNINGS && export.counters().asMap().isEmpty();
    }
}
