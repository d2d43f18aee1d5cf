package org.syncline.platform.pipeline;

import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.core.MessageSource;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;

/**
 * One stage of an overlapping step: a bounded queue, and what takes its pages out. Every stage takes until the last page has come,
 * even after a failure, so that whoever fills a queue never waits in vain.
 */
final class Stage {
    private static final int WAITING_PAGES = 2;

    private final QueueChannel queue = new QueueChannel(WAITING_PAGES);
    private final MessageChannel handler;
    private final Stage following;
    private volatile RuntimeException failure;

    /** @param following the stage that gets what the handler answers; null if this is the last */
    Stage(MessageChannel handler, Stage following) {
        this.handler = handler;
        this.following = following;
    }

    QueueChannel queue() {
        return queue;
    }

    /** Puts all that the source emits into the queue, waiting while it is full, and then the last page. */
    void fill(MessageSource<?> source, Patience patience) {
        patience.send(lastAfter(source, patience).message(), queue);
    }

    private LastPage lastAfter(MessageSource<?> source, Patience patience) {
        try {
            for (Message<?> page = source.receive(); page != null; page = source.receive()) {
                patience.send(page, queue);
            }
            return new LastPage(null);
        } catch (Exception | Error cause) {
            return new LastPage(Causes.runtimeException(cause));
        }
    }

    /** Takes the pages to the handler until the last has come; its failure is this stage's, if there is one. */
    LastPage carry(Patience patience) {
        for (;;) {
            Message<?> page = patience.receive(queue);
            if (page.getPayload() instanceof LastPage last) {
                return failure == null ? last : new LastPage(failure);
            }
            if (!isBroken()) {
                handle(page);
            }
        }
    }

    private void handle(Message<?> page) {
        try {
            handler.send(page);
        } catch (Exception | Error cause) {
            failure = Causes.runtimeException(cause);
        }
    }

    /** Whether what comes into this stage is of no use any more. */
    boolean isBroken() {
        return failure != null || following != null && following.isBroken();
    }
}
