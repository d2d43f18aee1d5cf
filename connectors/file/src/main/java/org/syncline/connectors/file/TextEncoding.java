package org.syncline.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How the characters of a file are stored.
 *
 * @param charset of the characters
 * @param mark the byte order mark the file begins with; empty for none
 */
record TextEncoding(Charset charset, byte[] mark) {
    private static final List<TextEncoding> MARKED = List.of(
            new TextEncoding(StandardCharsets.UTF_8, new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
            new TextEncoding(StandardCharsets.UTF_16BE, new byte[]{(byte) 0xFE, (byte) 0xFF}),
            new TextEncoding(StandardCharsets.UTF_16LE, new byte[]{(byte) 0xFF, (byte) 0xFE}));

    static TextEncoding unmarked(Charset charset) {
        return new TextEncoding(charset, new byte[0]);
    }

    /** The encoding of the mark the bytes begin with, which is read over; the usual one if they begin with none. */
    static TextEncoding detect(BufferedInputStream bytes, Charset usual) throws IOException {
        byte[] first = firstBytes(bytes);
        for (TextEncoding encoding : MARKED) {
            if (encoding.begins(first)) {
                bytes.skipNBytes(encoding.mark.length);
                return encoding;
            }
        }
        return unmarked(usual);
    }

    private static byte[] firstBytes(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] first = bytes.readNBytes(3);
        bytes.reset();
        return first;
    }

    private boolean begins(byte[] first) {
        return first.length >= mark.length && Arrays.equals(mark, 0, mark.length, first, 0, mark.length);
    }
}
