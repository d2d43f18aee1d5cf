package org.syncline.schema.identity;

/** A text. */
public record TextValue(String text) implements Value {
    @Override
    public AttributeType type() {
        return AttributeType.STRING;
    }
}
