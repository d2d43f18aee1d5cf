package org.syncline.platform.store.encoding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads what a {@link ByteWriter} wrote. */
public final class ByteReader {
    private final byte[] bytes;
    private int at;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int octet() {
        return bytes[at++] & 0xFF;
    }

    public long number() {
        byte first = bytes[at++];
        return first >= 0 ? first : longNumber(first & 0x7F);
    }

    private long longNumber(long low) {
        long number = low;
        for (int shift = 7;; shift += 7) {
            byte octet = bytes[at++];
            number |= (long) (octet & 0x7F) << shift;
            if (octet >= 0) {
                return number;
            }
        }
    }

    public int count() {
        return Math.toIntExact(number());
    }

    public long signed() {
        long number = number();
        return number >>> 1 ^ -(number & 1);
    }

    public byte[] bytes() {
        int length = count();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public String text() {
        int header = count();
        int length = header >>> 1;
        at += length;
        return (header & 1) == 0
                ? new String(bytes, at - length, length, StandardCharsets.UTF_8)
                : Utf16.decode(bytes, at - length, length);
    }

    public Instant instant() {
        return Instant.ofEpochSecond(signed(), number());
    }

    public boolean isAtEnd() {
        return at == bytes.length;
    }
}
