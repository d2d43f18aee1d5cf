package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.List;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.run.StepReport;

/** Lets a company run until nothing is left to do. */
final class Calm {
    private static final int CYCLES = 8;
    private static final int ROUNDS = 8;

    private final House house;

    Calm(House house) {
        this.house = house;
    }

    /** Whether it ever comes to rest; deltas do not tell everything, so everything is read in between. */
    boolean comes() {
        for (int round = 0; round < ROUNDS; round++) {
            house.wait(Duration.ofDays(30));
            boolean read = house.run("directory", Kind.FULL_IMPORT).result().isCompleted()
                    && house.run("hr", Kind.FULL_IMPORT).result().isCompleted();
            int cycles = cyclesThatExport();
            if (cycles == CYCLES) {
                return false;
            }
            if (read && cycles == 0 && house.store().metaverse().ending(0, 1).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private int cyclesThatExport() {
        int cycles = 0;
        while (cycles < CYCLES && exports(house.cycle())) {
            cycles++;
        }
        return cycles;
    }

    static boolean exports(List<StepReport> reports) {
        return reports.stream().anyMatch(report -> report.request().step().kind() == Kind.EXPORT
                || !report.result().isCompleted());
    }
}
