package org.syncline.platform.store.encoding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Collects bytes. */
public final class ByteWriter {
    private byte[] bytes = new byte[4096];
    private int length;

    public void octet(int octet) {
        ensure(1);
        bytes[length++] = (byte) octet;
    }

    /** A number that is rarely negative: seven bits an octet, the lowest first. */
    public void number(long number) {
        ensure(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** A number of either sign. */
    public void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    public void bytes(byte[] more) {
        number(more.length);
        append(more);
    }

    /** A text as UTF-8, or as UTF-16 if half a surrogate pair makes UTF-8 lose it; the lowest bit of its length says which. */
    public void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (!hasQuestionMark(encoded) || isWhole(text)) {
            number((long) encoded.length << 1);
            append(encoded);
        } else {
            byte[] units = Utf16.encode(text);
            number((long) units.length << 1 | 1);
            append(units);
        }
    }

    /** Half a surrogate pair becomes one; looking for it in the bytes is several times as fast as looking at each character. */
    private static boolean hasQuestionMark(byte[] encoded) {
        for (byte octet : encoded) {
            if (octet == '?') {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhole(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isSurrogate(unit)) {
                at++;
                if (at == text.length() || !Character.isSurrogatePair(unit, text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }

    public void instant(Instant instant) {
        signed(instant.getEpochSecond());
        number(instant.getNano());
    }

    private void append(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
