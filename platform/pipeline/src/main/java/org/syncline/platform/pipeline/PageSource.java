package org.syncline.platform.pipeline;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.integration.core.MessageSource;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.syncline.platform.engine.run.PagedStep;

/**
 * Emits the pages of a step; null after the last.
 *
 * @param reading the next page of the step
 * @param replies where each page goes when it was worked
 */
record PageSource<P, R>(
        PagedStep<P, R> step, Supplier<Optional<P>> reading, PageTimings timings, MessageChannel replies,
        BooleanSupplier stopped)
        implements
        MessageSource<ReadPage<P, R>> {

    /** @throws CancellationException if the run was stopped */
    @Override
    public Message<ReadPage<P, R>> receive() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("The run was stopped. Run again to go on.");
        }
        Optional<P> page = timings.next(reading);
        return page.map(this::message).orElse(null);
    }

    private Message<ReadPage<P, R>> message(P page) {
        return MessageBuilder.withPayload(new ReadPage<>(step, timings, page)).setReplyChannel(replies).build();
    }
}
