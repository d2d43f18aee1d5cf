package org.syncline.schema.identity;

import java.time.Instant;

/** A point in time; a date without a time of day is its midnight in UTC. */
public record DateValue(Instant instant) implements Value {
    @Override
    public AttributeType type() {
        return AttributeType.DATE;
    }

    @Override
    public String text() {
        return instant.toString();
    }
}
