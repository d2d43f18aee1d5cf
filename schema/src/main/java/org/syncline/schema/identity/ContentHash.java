package org.syncline.schema.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * 128 bits that stand for what a system last reported of an object (SHA-256, cut). Several values hash as a set; the selected schema
 * is part of it, so that a newly selected attribute is not overlooked.
 */
public record ContentHash(long high, long low) {

    /** Of an object of which no report can be trusted to be the last one; equals no computed hash in practice. */
    public static final ContentHash UNKNOWN = new ContentHash(0, 0);

    public static ContentHash of(Attributes attributes) {
        MessageDigest digest = sha256();
        ObjectType type = attributes.type();
        ByteSink sink = new ByteSink();
        for (int index = 0; index < type.size(); index++) {
            AttributeDefinition definition = type.attribute(index);
            sink.put(definition.name());
            sink.put((byte) definition.type().ordinal());
            Content content = attributes.get(index);
            sink.put(content.count());
            if (content instanceof Values several) {
                long[] sum = new long[2];
                for (Value value : several.asList()) {
                    ContentHash hash = of(value.type().ordinal() + ":" + comparable(value));
                    sum[0] += hash.high;
                    sum[1] += hash.low;
                }
                sink.put(sum[0]);
                sink.put(sum[1]);
            } else if (content instanceof Value value) {
                sink.put(comparable(value));
            }
        }
        sink.drainTo(digest);
        return cut(digest.digest());
    }

    /** The hash of a key by which objects are looked up. */
    public static ContentHash of(String key) {
        return cut(sha256().digest(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static String comparable(Value value) {
        return value instanceof ReferenceValue reference ? reference.normalizedKey() : value.text();
    }

    private static ContentHash cut(byte[] digest) {
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new ContentHash(buffer.getLong(), buffer.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** A growing array of what is to be hashed; every part is preceded by its length. */
    private static final class ByteSink {
        private byte[] bytes = new byte[1024];
        private int length;

        void put(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            put(encoded.length);
            ensure(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }

        void put(byte single) {
            ensure(1);
            bytes[length++] = single;
        }

        void put(int number) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                put((byte) (number >>> shift));
            }
        }

        void put(long number) {
            put((int) (number >>> 32));
            put((int) number);
        }

        void drainTo(MessageDigest digest) {
            digest.update(bytes, 0, length);
        }

        private void ensure(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }
}
