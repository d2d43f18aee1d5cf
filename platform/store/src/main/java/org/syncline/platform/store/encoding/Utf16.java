package org.syncline.platform.store.encoding;

import java.nio.ByteBuffer;

/** Texts that are no valid Unicode, unit by unit. */
final class Utf16 {
    private Utf16() {}

    static byte[] encode(String text) {
        ByteBuffer buffer = ByteBuffer.allocate(text.length() * 2);
        buffer.asCharBuffer().put(text);
        return buffer.array();
    }

    static String decode(byte[] bytes, int offset, int length) {
        return ByteBuffer.wrap(bytes, offset, length).slice().asCharBuffer().toString();
    }
}
