package org.syncline.schema.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private static final ThreadLocal<Hasher> HASHERS = ThreadLocal.withInitial(Hasher::new);

    public static ContentHash of(Attributes attributes) {
        return HASHERS.get().hash(attributes);
    }

    /** The hash of a key by which objects are looked up. */
    public static ContentHash of(String key) {
        return of(key.getBytes(StandardCharsets.UTF_8));
    }

    public static ContentHash of(byte[] content) {
        return cut(HASHERS.get().digest.digest(content));
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

    /** A growing array of what is to be hashed, used again and again; every part is preceded by its length. */
    private static final class Hasher {
        private static final VarHandle INTEGERS =
                MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

        private final MessageDigest digest = sha256();
        private byte[] bytes = new byte[4096];
        private int length;
        private ObjectType describedType;
        private byte[][] descriptions;

        ContentHash hash(Attributes attributes) {
            length = 0;
            byte[][] described = descriptions(attributes.type());
            for (int index = 0; index < described.length; index++) {
                put(described[index]);
                Content content = attributes.get(index);
                put(content.count());
                switch (content) {
                    case Values several -> putSet(several);
                    case Value value -> put(comparable(value));
                    case Absence none -> {}
                }
            }
            digest.update(bytes, 0, length);
            return cut(digest.digest());
        }

        /** Names and types of the attributes; pages are of one type mostly. */
        private byte[][] descriptions(ObjectType type) {
            if (type != describedType) {
                descriptions = new byte[type.size()][];
                for (int index = 0; index < descriptions.length; index++) {
                    AttributeDefinition definition = type.attribute(index);
                    byte[] name = definition.name().getBytes(StandardCharsets.UTF_8);
                    descriptions[index] = ByteBuffer.allocate(Integer.BYTES + name.length + 1)
                            .putInt(name.length).put(name).put((byte) definition.type().ordinal()).array();
                }
                describedType = type;
            }
            return descriptions;
        }

        private void putSet(Values several) {
            long high = 0;
            long low = 0;
            for (Value value : several.asList()) {
                byte[] key = (value.type().ordinal() + ":" + comparable(value)).getBytes(StandardCharsets.UTF_8);
                ContentHash hash = cut(digest.digest(key));
                high += hash.high;
                low += hash.low;
            }
            put((int) (high >>> 32));
            put((int) high);
            put((int) (low >>> 32));
            put((int) low);
        }

        private void put(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            put(encoded.length);
            put(encoded);
        }

        private void put(byte[] part) {
            ensure(part.length);
            System.arraycopy(part, 0, bytes, length, part.length);
            length += part.length;
        }

        private void put(int number) {
            ensure(Integer.BYTES);
            INTEGERS.set(bytes, length, number);
            length += Integer.BYTES;
        }

        private void ensure(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }
    }
}
