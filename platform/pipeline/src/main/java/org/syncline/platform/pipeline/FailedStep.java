package org.syncline.platform.pipeline;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.GenericMessage;
import org.syncline.platform.engine.run.StepRequest;

/** A step whose handler threw, which it must not: its run gets a report all the same. */
record FailedStep(StepRequest request, MessageChannel reports, Throwable cause) {

    static FailedStep of(MessagingException failure) {
        Message<?> message = failure.getFailedMessage();
        return new FailedStep((StepRequest) message.getPayload(),
                (MessageChannel) message.getHeaders().getReplyChannel(), Causes.of(failure));
    }

    void report() {
        reports.send(new GenericMessage<>(Reports.failed(request, cause)));
    }
}
