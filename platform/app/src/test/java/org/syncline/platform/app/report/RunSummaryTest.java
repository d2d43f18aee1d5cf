package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.app.report.RunSummary.Outcome;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;

class RunSummaryTest {
    private final RunSummary summary = new RunSummary();

    @Test
    void nothingWrittenIsSaid() {
        summary.add(report("hr", StepResult.SUCCESS));
        assertEquals(Outcome.CLEAN, summary.outcome());
        assertEquals("Nothing had to be written.", summary.sentence("contoso"));
    }

    @Test
    void whatWasWrittenIsCounted() {
        StepReport export = report("ad", StepResult.SUCCESS);
        export.counters().add(Counter.EXPORT_ADD, 1200);
        export.counters().add(Counter.EXPORT_DELETE, 3);
        summary.add(export);
        assertEquals("Written: 1,200 added, 0 updated, 0 renamed, 3 deleted.", summary.sentence("contoso"));
    }

    @Test
    void theSameErrorOfTwoStepsIsOne() {
        summary.add(report("ad", StepResult.COMPLETED_SYNC_ERRORS, error("ad", 7)));
        summary.add(report("ad", StepResult.COMPLETED_SYNC_ERRORS, error("ad", 7)));
        assertEquals(Outcome.OBJECT_ERRORS, summary.outcome());
        assertTrue(summary.sentence("contoso").startsWith("1 object has errors: syncline show contoso errors."));
    }

    @Test
    void aHeldConnectorCountsForMoreThanErrors() {
        summary.add(report("hr", StepResult.STOPPED_READ_GUARD));
        summary.add(report("ad", StepResult.COMPLETED_EXPORT_ERRORS, error("ad", 1)));
        assertEquals(Outcome.HELD, summary.outcome());
        assertTrue(summary.sentence("contoso").startsWith("hr: held by a guard, "), summary.sentence("contoso"));
    }

    @Test
    void whatCannotBeReachedCountsForMoreThanWhatIsHeld() {
        summary.add(report("hr", StepResult.NO_START_HELD));
        summary.add(report("ad", StepResult.NO_START_CONNECTION));
        assertEquals(Outcome.NOT_CONFIGURED, summary.outcome());
    }

    @Test
    void whatBrokeOffAndIsHeldIsHeld() {
        summary.add(report("hr", StepResult.STOPPED_CONNECTIVITY));
        assertEquals(Outcome.BROKEN_OFF, summary.outcome());
        summary.add(report("hr", StepResult.NO_START_HELD));
        assertEquals(Outcome.HELD, summary.outcome());
    }

    @ParameterizedTest
    @EnumSource(StepResult.class)
    void noResultButSuccessAndWarningsIsCleanWithErrors(StepResult result) {
        summary.add(report("hr", result, error("hr", 1)));
        assertTrue(summary.outcome() != Outcome.CLEAN);
    }

    private static StepReport report(String connector, StepResult result, ObjectError... errors) {
        return new StepReport(new StepRequest(connector, Step.of(Kind.EXPORT), null), result, new Counters(), null,
                List.of(errors), Duration.ofSeconds(1));
    }

    private static ObjectError error(String connector, long object) {
        return new ObjectError(ObjectError.Origin.EXPORT, Concern.ofObject(connector, object, "cn=x"), "constraint",
                "refused", null, Instant.EPOCH);
    }
}
