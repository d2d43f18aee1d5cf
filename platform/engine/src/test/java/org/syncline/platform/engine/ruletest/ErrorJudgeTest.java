package org.syncline.platform.engine.ruletest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.dsl.ruleset.RuleTest;
import org.syncline.dsl.ruleset.RuleTest.ExpectedError;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.platform.engine.run.ObjectError.Origin;

class ErrorJudgeTest {
    private static final RuleLocation HERE = new RuleLocation("tests/one.xml", 2, 3);
    private static final ObjectError ERROR = new ObjectError(
            Origin.SYNCHRONIZATION, Concern.ofObject("hr", 1, "7"), "join-failed", "no", "by id", Instant.EPOCH);
    private static final StepOutcome OUTCOME =
            new StepOutcome(List.of(), List.of(), List.of(ERROR), new Decisions(), null, null);

    private final ErrorJudge judge = new ErrorJudge();

    private List<String> others(Set<String> open, RuleTest.Expectation... expected) {
        RuleTest.Step step = new RuleTest.Step(
                null, new RuleTest.Time.Unchanged(), List.of(), List.of(expected), HERE);
        return judge.judgeOthers(step, null, OUTCOME, open).stream().map(TestFailure::message).toList();
    }

    @Test
    void whatWasMendedInTheStepIsNoFailureUntilItStays() {
        assertEquals(List.of(), others(Set.of()));
        assertEquals(
                List.of("an error that the test does not expect: hr 7: join-failed: no"), others(Set.of(ERROR.key())));
    }

    @Test
    void whatWasExpectedOnceIsNotNewInALaterStep() {
        assertEquals(List.of(), others(Set.of(ERROR.key()), new ExpectedError("hr", "join-failed", HERE)));
        assertEquals(List.of(), others(Set.of(ERROR.key())));
    }

    @Test
    void anotherCodeIsNotWhatWasExpected() {
        assertEquals(1, others(Set.of(ERROR.key()), new ExpectedError("hr", "ambiguous-join", HERE)).size());
        assertEquals(
                "expected the error ambiguous-join in 'hr', but there is none of that code",
                judge.judge(new ExpectedError("hr", "ambiguous-join", HERE), OUTCOME, null).orElseThrow().message());
    }
}
