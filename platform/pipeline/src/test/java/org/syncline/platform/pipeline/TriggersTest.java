package org.syncline.platform.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.syncline.dsl.ruleset.RunProfile.Kind;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TriggersTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Triggers triggers = new Triggers();

    private Trigger next(Duration every) {
        return triggers.next(every).orElseThrow();
    }

    private void start() {
        assertEquals(new Trigger.Start(), next(LONG));
    }

    private static Trigger changes(String... connectors) {
        return new Trigger.Changes(Set.of(connectors));
    }

    @Test
    void beginsAtOnceAndThenFromTimeToTime() {
        start();
        assertEquals(new Trigger.Period(), next(SHORT));
        assertEquals(new Trigger.Period(), next(SHORT));
    }

    @Test
    void whatIsToldDuringACycleIsOneCycleAfterIt() {
        start();
        triggers.changed("hr");
        triggers.changed("directory");
        triggers.changed("hr");
        assertEquals(changes("directory", "hr"), next(LONG));
        assertEquals(new Trigger.Period(), next(SHORT));
    }

    @Test
    void aBurstIsNotACycleForEachOfItsChanges() throws InterruptedException {
        start();
        Thread burst = Thread.ofVirtual().start(() -> {
            for (int change = 0; change < 200; change++) {
                triggers.changed("s" + change);
                Thread.yield();
            }
        });
        Set<String> seen = new HashSet<>();
        int cycles = 0;
        while (seen.size() < 200) {
            seen.addAll(((Trigger.Changes) next(LONG)).connectors());
            cycles++;
        }
        burst.join();
        assertTrue(cycles < 10, cycles + " cycles");
    }

    @Test
    void changesWithoutAnEndDoNotPutTheCycleOff() throws InterruptedException {
        start();
        Thread restless = Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                triggers.changed("hr");
                Thread.onSpinWait();
            }
        });
        assertEquals(changes("hr"), next(LONG));
        assertEquals(changes("hr"), next(LONG));
        restless.interrupt();
        restless.join();
    }

    @Test
    void aChangeThatAnImportHasSeenIsNoReasonForACycle() {
        start();
        triggers.changed("directory");
        triggers.changed("hr");
        triggers.stepBegins(Flows.step("directory", Kind.DELTA_IMPORT));
        triggers.stepBegins(Flows.step("hr", Kind.EXPORT));
        triggers.stepBegins(Flows.step("hr", Kind.DELTA_SYNC));
        assertEquals(changes("hr"), next(LONG));
    }

    @Test
    void cyclesOfChangesDoNotPutOffTheOneOfAllSystems() {
        start();
        int ofChanges = 0;
        triggers.changed("hr");
        while (next(Duration.ofSeconds(1)) instanceof Trigger.Changes) {
            ofChanges++;
            triggers.changed("hr");
        }
        assertTrue(ofChanges > 1, () -> "the period ended the changes");
    }

    @Test
    void savedRulesAreReadAtOnceAndConcernAllSystems() {
        start();
        triggers.changed("hr");
        triggers.rulesSaved();
        assertEquals(new Trigger.RulesSaved(), next(LONG));
        assertTrue(new Trigger.RulesSaved().imports("directory"));
    }

    @Test
    void aCycleOfChangesConcernsNoOtherSystem() {
        assertEquals(true, changes("hr").imports("hr"));
        assertEquals(false, changes("hr").imports("directory"));
    }

    @Test
    void endsWhenItIsToldTo() {
        start();
        triggers.stop();
        assertEquals(Optional.empty(), triggers.next(LONG));
    }

    @Test
    void endsTheWaitingWhenItIsToldTo() {
        start();
        Thread.ofVirtual().start(triggers::stop);
        assertEquals(Optional.empty(), triggers.next(LONG));
    }

    @Test
    void endsWithTheThreadThatAsksAndLetsItKnow() {
        start();
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), triggers.next(LONG));
        assertTrue(Thread.interrupted());
    }
}
