package org.syncline.connectors.ldap.entry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** The identity Active Directory gives its objects, in the form in which its tools show it. The first three groups are stored with their lowest byte first. */
public final class ObjectGuid {
    public static final String ATTRIBUTE = "objectGUID";
    private static final int LENGTH = 16;

    private ObjectGuid() {}

    /** As text, such as {@code 6f9619ff-8b86-d011-b42d-00cf4fc964ff}; null for bytes that are none. */
    public static String text(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return null;
        }
        ByteBuffer stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = Integer.toUnsignedLong(stored.getInt()) << 32
                | Short.toUnsignedLong(stored.getShort()) << 16
                | Short.toUnsignedLong(stored.getShort());
        return new UUID(high, stored.order(ByteOrder.BIG_ENDIAN).getLong()).toString();
    }

    /** As it is stored. */
    public static byte[] bytes(String text) {
        UUID guid = UUID.fromString(text);
        long high = guid.getMostSignificantBits();
        return ByteBuffer.allocate(LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(guid.getLeastSignificantBits())
                .array();
    }
}
