package org.syncline.platform.pipeline;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.syncline.platform.engine.run.NextSteps;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepRequest;
import org.syncline.platform.engine.run.StepRunner;

/** One run: sends its steps, gets their reports, and knows how many are outstanding. */
final class Run {
    static final String HEADER = "run";

    private final MessageChannel steps;
    private final StepRunner runner;
    private final NextSteps nextSteps;
    private final Consumer<StepReport> listener;
    private final QueueChannel reports = new QueueChannel();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean stopped;
    private int outstanding;

    Run(MessageChannel steps, StepRunner runner, NextSteps nextSteps, Consumer<StepReport> listener) {
        this.steps = steps;
        this.runner = runner;
        this.nextSteps = nextSteps;
        this.listener = listener;
    }

    void untilQuiet() {
        try (Patience patience = new Patience(this::stop)) {
            try {
                follow(patience);
            } finally {
                stop();
                drain(patience);
            }
        }
    }

    private void follow(Patience patience) {
        start(nextSteps.first());
        while (outstanding > 0) {
            StepReport report = nextReport(patience);
            listener.accept(report);
            if (!stopped) {
                start(nextSteps.after(report));
            }
        }
    }

    /** After a listener or the choice of next steps has failed: what already runs must still end. */
    private void drain(Patience patience) {
        while (outstanding > 0) {
            nextReport(patience);
        }
    }

    private void start(List<StepRequest> requests) {
        for (StepRequest request : requests) {
            steps.send(message(request));
            outstanding++;
        }
    }

    private Message<StepRequest> message(StepRequest request) {
        return MessageBuilder.withPayload(request)
                .setHeader(HEADER, this)
                .setReplyChannel(reports)
                .setErrorChannelName(StepChannels.FAILED_STEPS)
                .build();
    }

    private StepReport nextReport(Patience patience) {
        StepReport report = (StepReport) patience.receive(reports).getPayload();
        outstanding--;
        return report;
    }

    /** Runs one of the steps; called by the threads of the flows. */
    StepReport run(StepRequest request, PageLoop pages) {
        return runner.run(request, pages);
    }

    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    void ended() {
        end.countDown();
    }

    void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
