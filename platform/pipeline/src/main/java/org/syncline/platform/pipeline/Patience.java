package org.syncline.platform.pipeline;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.PollableChannel;

/**
 * Lets a thread wait without being interrupted: an interruption is told at once and given back to the thread at the end. In between
 * the thread stays uninterrupted, because an embedded database closes its file when an interrupted thread touches it.
 */
final class Patience implements AutoCloseable {
    private final Runnable onInterruption;
    private boolean interrupted;

    Patience(Runnable onInterruption) {
        this.onInterruption = onInterruption;
    }

    Message<?> receive(PollableChannel channel) {
        Message<?> message = channel.receive();
        while (message == null) {
            noticeInterruption();
            message = channel.receive();
        }
        return message;
    }

    void send(Message<?> message, MessageChannel channel) {
        while (!channel.send(message)) {
            noticeInterruption();
        }
    }

    void noticeInterruption() {
        if (Thread.interrupted()) {
            interrupted = true;
            onInterruption.run();
        }
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
