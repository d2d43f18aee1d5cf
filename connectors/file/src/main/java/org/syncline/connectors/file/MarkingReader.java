package org.syncline.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and puts a mark in place of what it cannot decode, so that only the record they stand in is lost.
 *
 * <p>The mark is a low surrogate without its high one, which no decoder ever produces.
 */
public final class MarkingReader extends Reader {
    private static final char MARK = '\uDC80';
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private boolean ended;
    private boolean flushed;

    MarkingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder =
                charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether the character at this place stands for bytes that could not be decoded. */
    public static boolean isMark(char[] text, int at, int start) {
        return text[at] == MARK && (at == start || !Character.isHighSurrogate(text[at - 1]));
    }

    public static boolean hasMark(String text) {
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            if (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** The text with another character in the place of each mark. */
    public static String withoutMarks(String text, char other) {
        return text.codePoints()
                .map(character -> character == MARK ? other : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer characters = CharBuffer.wrap(target, offset, length).slice();
        while (characters.position() == 0 && !flushed) {
            decodeInto(characters);
        }
        return characters.position() == 0 && length > 0 ? -1 : characters.position();
    }

    private void decodeInto(CharBuffer characters) throws IOException {
        CoderResult result = decoder.decode(bytes, characters, ended);
        if (result.isError() && characters.hasRemaining()) {
            bytes.position(bytes.position() + result.length());
            characters.put(MARK);
        } else if (result.isUnderflow() && ended) {
            flushed = decoder.flush(characters).isUnderflow();
        } else if (result.isUnderflow()) {
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(count, 0));
        bytes.flip();
        ended = count < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
