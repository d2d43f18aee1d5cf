package org.syncline.platform.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import org.springframework.messaging.MessageChannel;
import org.syncline.platform.engine.run.PageLoop;
import org.syncline.platform.engine.run.StepRequest;

/**
 * Makes the page loop of a step.
 *
 * @param read where pages go to be worked
 * @param worked where they go to be recorded
 * @param meters null if nobody wants to know
 */
record PageLoops(MessageChannel read, MessageChannel worked, MeterRegistry meters) {

    /** @param stopped true when no further page shall be read */
    PageLoop of(StepRequest request, BooleanSupplier stopped) {
        PageTimings timings = meters == null ? PageTimings.NONE : PageTimings.of(meters, request);
        return new FlowingPages(request.toString(), this, timings, stopped);
    }
}
