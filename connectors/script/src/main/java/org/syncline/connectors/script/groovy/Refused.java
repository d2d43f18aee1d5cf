package org.syncline.connectors.script.groovy;

import java.util.Map;

/** A script refused an operation. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient Map<String, Object> details;

    Refused(String error, String message, Map<String, Object> details) {
        super(message);
        this.error = error;
        this.details = Map.copyOf(details);
    }

    String error() {
        return error;
    }

    Map<String, Object> details() {
        return details;
    }
}
