package org.syncline.dsl.expression;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads and writes GUIDs and security identifiers, as Active Directory stores them. */
final class Identifiers {
    private static final Pattern GUID =
            Pattern.compile("\\{?(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12})}?");
    private static final int GUID_BYTES = 16;
    private static final int SID_HEAD = 8;
    private static final int UNSIGNED_BYTE = 0xff;

    private Identifiers() {}

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches() && text.startsWith("{") == text.endsWith("}");
    }

    /** The first three fields are stored with their least significant byte first. */
    static byte[] guid(String text) {
        if (!isGuid(text)) {
            throw new EvaluationException("'" + text + "' is not a GUID such as 00112233-4455-6677-8899-aabbccddeeff");
        }
        UUID guid = UUID.fromString(text.replace("{", "").replace("}", ""));
        return ByteBuffer.allocate(GUID_BYTES)
                .put(reordered(guid.getMostSignificantBits()))
                .putLong(guid.getLeastSignificantBits())
                .array();
    }

    static String guid(byte[] bytes) {
        if (bytes.length != GUID_BYTES) {
            throw new EvaluationException("A GUID has " + GUID_BYTES + " bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long first = ByteBuffer.wrap(reordered(buffer.getLong())).getLong();
        return new UUID(first, buffer.getLong()).toString();
    }

    private static byte[] reordered(long fields) {
        ByteBuffer given = ByteBuffer.allocate(Long.BYTES).putLong(fields).flip();
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(given.getInt())
                .putShort(given.getShort())
                .putShort(given.getShort())
                .array();
    }

    /** Revision, authority of six bytes (most significant first), sub-authorities of four bytes (least significant first). */
    static String sid(byte[] bytes) {
        if (bytes.length < SID_HEAD || bytes.length != SID_HEAD + Integer.BYTES * (bytes[1] & UNSIGNED_BYTE)) {
            throw new EvaluationException("These " + bytes.length + " bytes are no security identifier");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long authority = buffer.getLong() & 0xffff_ffff_ffffL;
        StringBuilder sid = new StringBuilder("S-").append(bytes[0] & UNSIGNED_BYTE).append('-').append(authority);
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            sid.append('-').append(Integer.toUnsignedLong(buffer.getInt()));
        }
        return sid.toString();
    }
}
