package org.syncline.platform.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.StepReport;

/** Section 3 of the semantics, who is evaluated: rules that read the clock. It is midnight of 1 January 2026. */
class TimeTest {
    private final House house = new House();

    @AfterEach
    void leave() {
        house.leave();
    }

    private static final ProvisioningRules.Action DELETE = new ProvisioningRules.Delete();

    private List<Kind> synchronizations() {
        return house.cycle().stream().map(StepReport::request).map(request -> request.step().kind())
                .filter(kind -> kind == Kind.DELTA_SYNC || kind == Kind.FULL_SYNC).toList();
    }

    private List<MemoryObject> accounts() {
        return house.directory().objects("account");
    }

    @Test
    @DisplayName("3: conditions linear in Today() are woken at the instant their outcome can change")
    void takesTheAccountAwayOnTheDay() {
        house.deprovisioning("CDate([status]) <= Today()", DELETE);
        house.employ("1", "Ann", "Lee", null, "2026-01-15");
        house.cycle();
        assertEquals(1, accounts().size());

        house.wait(Duration.ofDays(14).minusNanos(1));
        assertEquals(List.of(), synchronizations(), "nothing is due before");
        house.wait(Duration.ofNanos(1));
        assertEquals(Kind.DELTA_SYNC, synchronizations().getFirst());
        assertEquals(0, accounts().size());
        house.wait(Duration.ofDays(30));
        assertEquals(List.of(), synchronizations(), "nobody is woken again");
    }

    @Test
    @DisplayName("3: every other reading of the clock is evaluated again at 00:00")
    void looksEveryMidnightAtWhatItCannotTell() {
        house.deprovisioning("FormatDateTime(Now(), \"yyyy-MM-dd\") = [status]", DELETE);
        house.employ("1", "Ann", "Lee", null, "2026-01-03");
        house.cycle();
        house.wait(Duration.ofHours(23));
        assertEquals(List.of(), synchronizations());
        house.wait(Duration.ofHours(1));
        assertEquals(List.of(Kind.DELTA_SYNC), synchronizations());
        assertEquals(1, accounts().size());
        house.wait(Duration.ofDays(1));
        assertTrue(synchronizations().contains(Kind.DELTA_SYNC));
        assertEquals(0, accounts().size());
    }

    @Test
    @DisplayName("3: an object that the filter keeps out until a day comes in on that day")
    void letsAnObjectInOnItsDay() {
        house.filtering("CDate([status]) > FromToday(\"P7D\")");
        house.employ("1", "Ann", "Lee", null, "2026-02-01");
        house.cycle();
        assertEquals(0, accounts().size());
        house.wait(Duration.ofDays(23));
        assertEquals(List.of(), synchronizations());
        house.wait(Duration.ofDays(1));
        house.cycle();
        assertEquals(1, accounts().size());
    }

    @Test
    @DisplayName("3: an object that the filter shall keep out from a day on leaves on that day")
    void filtersAnObjectOnItsDay() {
        house.filtering("CDate([status]) < Today()");
        house.employ("1", "Ann", "Lee", null, "2026-02-01");
        house.cycle();
        assertEquals(1, accounts().size());
        house.wait(Duration.ofDays(31));
        house.cycle();
        assertEquals(1, accounts().size());
        house.wait(Duration.ofDays(1));
        house.cycle();
        assertEquals(0, accounts().size());
    }

    @Test
    void nothingIsWokenThatIsGone() {
        house.deprovisioning("CDate([status]) <= Today()", DELETE);
        house.employ("1", "Ann", "Lee", null, "2026-01-15");
        house.cycle();
        house.dismiss("1");
        house.cycle();
        house.wait(Duration.ofDays(20));
        synchronizations();
        assertEquals(List.of(), house.store().metaverse().due(house.clock().instant(), 0, 10));
    }
}
