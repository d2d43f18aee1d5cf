package org.syncline.platform.pipeline;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * Comes after the pages of a step: no more will follow.
 *
 * @param failure why; null if there are no more
 */
record LastPage(RuntimeException failure) {

    Message<LastPage> message() {
        return new GenericMessage<>(this);
    }

    void check() {
        if (failure != null) {
            throw failure;
        }
    }
}
