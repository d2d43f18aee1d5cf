package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepResult;
import org.syncline.platform.engine.run.StepRunner;

class StepProgressTest {
    private final StringWriter terminal = new StringWriter();

    @Test
    void fillsTheBarAndErasesItInTheEnd() {
        StepReport report = new StepProgress(engine(), new PrintWriter(terminal), request -> 20)
                .run(new StepRequest("hr", Step.of(Kind.FULL_IMPORT), null), PageLoop.SEQUENTIAL);
        assertEquals(20, report.counters().of(Counter.STAGE_ADD));
        String shown = terminal.toString();
        assertTrue(shown.contains("[###############...............]  10 of about 20"), shown);
        assertTrue(shown.contains("[##############################]  20 of about 20"), shown);
        assertTrue(shown.endsWith("\r\u001b[K"), shown);
    }

    @Test
    void countsWhereNobodyKnowsHowManyThereAre() {
        new StepProgress(engine(), new PrintWriter(terminal), request -> 0)
                .run(new StepRequest("hr", Step.of(Kind.FULL_IMPORT), null), PageLoop.SEQUENTIAL);
        assertTrue(terminal.toString().contains("hr full-import  10"), terminal.toString());
    }

    private static StepRunner engine() {
        return (request, pages) -> {
            TwoPages step = new TwoPages();
            StepEnd end = pages.run(step);
            return new StepReport(request, end.result(), step.counters(), null, List.of(), Duration.ZERO);
        };
    }

    /** Two pages of ten new objects. */
    private static final class TwoPages implements PagedStep<Integer, Integer> {
        private final Counters counters = new Counters();
        private int pages;

        @Override
        public Optional<Integer> next() {
            return pages++ < 2 ? Optional.of(10) : Optional.empty();
        }

        @Override
        public Integer work(Integer page) {
            return page;
        }

        @Override
        public void record(Integer page) {
            counters.add(Counter.STAGE_ADD, page);
        }

        @Override
        public StepEnd finish() {
            return StepEnd.of(StepResult.SUCCESS, List.of());
        }

        @Override
        public StepEnd fail(RuntimeException cause) {
            throw cause;
        }

        @Override
        public boolean overlaps() {
            return false;
        }

        @Override
        public Counters counters() {
            return counters;
        }

        @Override
        public void close() {}
    }
}
