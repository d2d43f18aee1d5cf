package org.syncline.schema.identity;

import java.util.Arrays;
import java.util.Base64;

/** A sequence of bytes; shown as Base64. */
public final class BinaryValue implements Value {
    private final byte[] bytes;

    public BinaryValue(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public AttributeType type() {
        return AttributeType.BINARY;
    }

    @Override
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryValue that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "BinaryValue[" + bytes.length + " bytes]";
    }
}
