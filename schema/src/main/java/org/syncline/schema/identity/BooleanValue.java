package org.syncline.schema.identity;

/** True or false. */
public enum BooleanValue implements Value {
    FALSE("False"),
    TRUE("True");

    private final String text;

    BooleanValue(String text) {
        this.text = text;
    }

    public static BooleanValue of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    @Override
    public AttributeType type() {
        return AttributeType.BOOLEAN;
    }

    @Override
    public String text() {
        return text;
    }
}
