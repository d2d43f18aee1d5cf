package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.run.StepReport;

/** Cycles that begin because a system told that something changed. */
class CycleOfChangesTest {
    private final House house = new House();

    @BeforeEach
    void begin() {
        house.employ("1", "Ann", "Lee", null, "active");
        house.cycle();
    }

    @AfterEach
    void leave() {
        house.leave();
    }

    private List<String> cycleOf(String connector) {
        List<StepReport> reports = house.run(house.engine().cycle(house::rules, connector::equals));
        return reports.stream().map(report -> report.request().toString()).toList();
    }

    @Test
    void onlyWhatToldOfAChangeIsImportedAndTheRestOfTheCycleFollows() {
        house.employ("2", "Bob", "Ray", null, "active");
        assertEquals(List.of("hr delta-import", "hr delta-sync", "directory export", "directory delta-import",
                "directory delta-sync"), cycleOf("hr"));
        assertEquals(2, house.directory().objects("account").size());
    }

    @Test
    void aSystemThatToldNothingIsLeftAlone() {
        house.employ("2", "Bob", "Ray", null, "active");
        assertEquals(List.of("directory delta-import"), cycleOf("directory"));
        assertEquals(1, house.directory().objects("account").size());
    }

    @Test
    void whereNothingChangedAfterAllNothingFollows() {
        assertEquals(List.of("hr delta-import"), cycleOf("hr"));
    }

    @Test
    void aSystemThatTheRulesNoLongerNameIsNotImported() {
        assertEquals(List.of(), cycleOf("somebody"));
    }
}
