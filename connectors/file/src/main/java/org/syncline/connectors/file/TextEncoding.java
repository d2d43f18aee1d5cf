package org.syncline.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How the characters of a file are stored.
 *
 * @param charset of the characters
 * @param mark the byte order mark the file begins with; empty for none
 */
record TextEncoding(Charset charset, byte[] mark) {
    private static final int BEGINNING = 256;
    private static final List<TextEncoding> MARKED = List.of(
            new TextEncoding(StandardCharsets.UTF_8, new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}),
            new TextEncoding(StandardCharsets.UTF_16BE, new byte[]{(byte) 0xFE, (byte) 0xFF}),
            new TextEncoding(StandardCharsets.UTF_16LE, new byte[]{(byte) 0xFF, (byte) 0xFE}));

    static TextEncoding unmarked(Charset charset) {
        return new TextEncoding(charset, new byte[0]);
    }

    /**
     * The encoding of the mark the bytes begin with, which is read over.
     *
     * @param unmarked tells it by the beginning of the file, each character one byte, if there is no mark
     */
    static TextEncoding detect(BufferedInputStream bytes, Function<String, Charset> unmarked) throws IOException {
        byte[] first = firstBytes(bytes);
        for (TextEncoding encoding : MARKED) {
            if (encoding.begins(first)) {
                bytes.skipNBytes(encoding.mark.length);
                return encoding;
            }
        }
        return unmarked(unmarked.apply(new String(first, StandardCharsets.ISO_8859_1)));
    }

    private static byte[] firstBytes(InputStream bytes) throws IOException {
        bytes.mark(BEGINNING);
        byte[] first = bytes.readNBytes(BEGINNING);
        bytes.reset();
        return first;
    }

    private boolean begins(byte[] first) {
        return first.length >= mark.length && Arrays.equals(mark, 0, mark.length, first, 0, mark.length);
    }
}
