package org.syncline.platform.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.syncline.platform.engine.run.StepRequest;

/** How long the pages of a step take in each endpoint. */
interface PageTimings {

    <T> T next(Supplier<T> reading);

    <T> T work(Supplier<T> working);

    void record(Runnable recording);

    /** Measures nothing. */
    PageTimings NONE = new PageTimings() {
        @Override
        public <T> T next(Supplier<T> reading) {
            return reading.get();
        }

        @Override
        public <T> T work(Supplier<T> working) {
            return working.get();
        }

        @Override
        public void record(Runnable recording) {
            recording.run();
        }
    };

    /** Timers {@code syncline.pages.next}, {@code .work} and {@code .record}, tagged with connector and step. */
    static PageTimings of(MeterRegistry meters, StepRequest request) {
        return new Timers(timer(meters, "next", request), timer(meters, "work", request),
                timer(meters, "record", request));
    }

    private static Timer timer(MeterRegistry meters, String endpoint, StepRequest request) {
        return meters.timer("syncline.pages." + endpoint, "connector", request.connector(),
                "step", request.step().kind().text());
    }

    /** Measures with Micrometer. */
    record Timers(Timer reading, Timer working, Timer recording) implements PageTimings {

        @Override
        public <T> T next(Supplier<T> action) {
            return reading.record(action);
        }

        @Override
        public <T> T work(Supplier<T> action) {
            return working.record(action);
        }

        @Override
        public void record(Runnable action) {
            recording.record(action);
        }
    }
}
