package org.syncline.platform.pipeline;

import org.springframework.messaging.MessagingException;

/** Finds what a handler threw under what the messaging framework wrapped around it. */
final class Causes {

    private Causes() {}

    static Throwable of(Throwable failure) {
        Throwable cause = failure;
        while (isWrapping(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** An Error travels as the cause of an IllegalStateException. */
    private static boolean isWrapping(Throwable failure) {
        return failure instanceof MessagingException && failure.getCause() != null
                || failure instanceof IllegalStateException && failure.getCause() instanceof Error;
    }

    static RuntimeException runtimeException(Throwable failure) {
        return switch (of(failure)) {
            case RuntimeException cause -> cause;
            case Throwable cause -> new IllegalStateException(cause.toString(), cause);
        };
    }
}
