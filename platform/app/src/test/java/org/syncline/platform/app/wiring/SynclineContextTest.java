package org.syncline.platform.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SynclineContextTest {
    private final List<StepReport> reports = new ArrayList<>();

    @Test
    void runsStepsAndWhatFollowsThem() {
        try (SynclineContext context = SynclineContext.open()) {
            context.pipeline().run(onePage(), importThenExport(), reports::add);
        }
        assertEquals(List.of("hr full-import", "hr export"),
                reports.stream().map(report -> report.request().toString()).toList());
        assertEquals(List.of(StepResult.SUCCESS, StepResult.SUCCESS),
                reports.stream().map(StepReport::result).toList());
    }

    @Test
    void timesPagesForWhoeverWantsToKnow() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (SynclineContext context = SynclineContext.open(meters)) {
            context.pipeline().run(onePage(), importThenExport(), reports::add);
        }
        assertEquals(1,
                meters.get("syncline.pages.record").tag("connector", "hr").tag("step", "export").timer().count());
    }

    @Test
    void closesThoughNothingRan() {
        SynclineContext.open().close();
    }

    private static StepRunner onePage() {
        return (request, pages) -> new StepReport(request, pages.run(new Pages(1)).result(), new Counters(), null,
                List.of(), Duration.ZERO);
    }

    private static NextSteps importThenExport() {
        return new NextSteps() {
            @Override
            public List<StepRequest> first() {
                return List.of(step(Kind.FULL_IMPORT));
            }

            @Override
            public List<StepRequest> after(StepReport report) {
                return report.request().step().kind() == Kind.FULL_IMPORT ? List.of(step(Kind.EXPORT)) : List.of();
            }
        };
    }

    private static StepRequest step(Kind kind) {
        return new StepRequest("hr", Step.of(kind), null);
    }
}
