package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.util.function.ToLongFunction;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.PagedStep;
import org.syncline.platform.engine.run.StepEnd;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepRunner;
import org.syncline.platform.engine.run.WatchedStep;

/** Shows on one line of a terminal how far the step at hand has come. */
public final class StepProgress implements StepRunner {
    private static final int BAR = 30;
    private static final String ERASE = "\r\u001b[K";

    private final StepRunner runner;
    private final PrintWriter terminal;
    private final ToLongFunction<StepRequest> expected;

    /** @param expected how many objects a step is likely to handle; 0 if nobody knows */
    public StepProgress(StepRunner runner, PrintWriter terminal, ToLongFunction<StepRequest> expected) {
        this.runner = runner;
        this.terminal = terminal;
        this.expected = expected;
    }

    @Override
    public StepReport run(StepRequest request, PageLoop pages) {
        try {
            return runner.run(request, new Watched(pages, request.toString(), expected.applyAsLong(request)));
        } finally {
            show("");
        }
    }

    private synchronized void show(String line) {
        terminal.print(ERASE + line);
        terminal.flush();
    }

    private final class Watched implements PageLoop {
        private final PageLoop pages;
        private final String title;
        private final long total;

        Watched(PageLoop pages, String title, long total) {
            this.pages = pages;
            this.title = title;
            this.total = total;
        }

        @Override
        public <P, R> StepEnd run(PagedStep<P, R> step) {
            show(title + " ...");
            return pages.run(new WatchedStep<>(step, () -> show(line(handled(step.counters())))));
        }

        private String line(long handled) {
            if (total == 0) {
                return String.format("%s  %,d", title, handled);
            }
            int filled = (int) Math.min(BAR, handled * BAR / total);
            return String.format("%s  [%s%s]  %,d of about %,d",
                    title, "#".repeat(filled), ".".repeat(BAR - filled), handled, total);
        }
    }

    private static long handled(Counters counters) {
        return counters.asMap().values().stream().mapToLong(Long::longValue).sum();
    }
}
