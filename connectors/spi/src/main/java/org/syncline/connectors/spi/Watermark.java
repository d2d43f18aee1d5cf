package org.syncline.connectors.spi;

import java.util.Objects;

/** Where a delta import resumes; opaque to everybody but its connector. */
public record Watermark(String value) {
    public Watermark {
        Objects.requireNonNull(value);
    }
}
