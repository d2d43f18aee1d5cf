package org.syncline.schema.identity;

/** A whole number of 64 bits. */
public record IntegerValue(long number) implements Value {
    @Override
    public AttributeType type() {
        return AttributeType.INTEGER;
    }

    @Override
    public String text() {
        return Long.toString(number);
    }
}
