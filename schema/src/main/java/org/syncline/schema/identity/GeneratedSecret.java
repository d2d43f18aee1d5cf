package org.syncline.schema.identity;

/**
 * A marker for a secret that is made up when it is sent and stored nowhere.
 *
 * @param length the number of characters of the secret, at least 8
 */
public record GeneratedSecret(int length) implements Value {
    public GeneratedSecret {
        if (length < 8) {
            throw new IllegalArgumentException("A generated secret needs at least 8 characters, not " + length);
        }
    }

    @Override
    public AttributeType type() {
        return AttributeType.STRING;
    }

    @Override
    public String text() {
        return "(generated when sent)";
    }
}
