package org.syncline.schema.identity;

/** A text. */
public record TextValue(String text) implements Value {
    public static final TextValue EMPTY = new TextValue("");

    @Override
    public AttributeType type() {
        return AttributeType.STRING;
    }
}
