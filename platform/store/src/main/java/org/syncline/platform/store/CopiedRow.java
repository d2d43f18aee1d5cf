package org.syncline.platform.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Rows in the binary form of {@code COPY}: a header, the values with their lengths, an end. */
final class CopiedRow implements Parameters {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NULL = -1;
    private final List<CopiedType> types;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 17);
    private int column;

    CopiedRow(List<CopiedType> types) {
        this.types = types;
    }

    void begin() {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    Parameters next() {
        column = 0;
        room(Short.BYTES).putShort((short) types.size());
        return this;
    }

    void end() {
        room(Short.BYTES).putShort((short) NULL);
    }

    byte[] bytes() {
        return buffer.array();
    }

    int size() {
        return buffer.position();
    }

    void clear() {
        buffer.clear();
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            buffer = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes)).put(buffer.flip());
        }
        return buffer;
    }

    private ByteBuffer value(int length) {
        column++;
        return room(Integer.BYTES + Math.max(length, 0)).putInt(length);
    }

    @Override
    public Parameters put(long number) {
        switch (types.get(column)) {
            case TWO_BYTES -> value(Short.BYTES).putShort((short) number);
            case FOUR_BYTES -> value(Integer.BYTES).putInt(Math.toIntExact(number));
            case EIGHT_BYTES -> value(Long.BYTES).putLong(number);
            case NO_NUMBER -> put(Long.toString(number));
        }
        return this;
    }

    @Override
    public Parameters put(boolean flag) {
        value(1).put((byte) (flag ? 1 : 0));
        return this;
    }

    @Override
    public Parameters put(String text) {
        return put(text == null ? null : Dialect.POSTGRESQL.toColumn(text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Parameters put(byte[] bytes) {
        if (bytes == null) {
            return putNull();
        }
        value(bytes.length).put(bytes);
        return this;
    }

    @Override
    public Parameters putNull() {
        value(NULL);
        return this;
    }

    @Override
    public Parameters putAll(Collection<Long> numbers) {
        throw new UnsupportedOperationException("No table of the store has a column of arrays");
    }
}
