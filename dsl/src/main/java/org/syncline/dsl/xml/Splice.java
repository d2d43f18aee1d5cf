package org.syncline.dsl.xml;

import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** A text with parts of others put into it, which remembers where in the first text each character belongs. */
final class Splice {
    private final String original;
    private final StringBuilder text = new StringBuilder();
    private final NavigableMap<Integer, Piece> pieces = new TreeMap<>();
    private int read;

    /**
     * A part of the result.
     *
     * @param origin offset in the original
     * @param copied whether it is the original from there on, or stands for that one place
     */
    private record Piece(int origin, boolean copied) {}

    Splice(String original) {
        this.original = original;
    }

    void copyUntil(int offset) {
        pieces.put(text.length(), new Piece(read, true));
        text.append(original, read, offset);
        read = offset;
    }

    void skipUntil(int offset) {
        read = offset;
    }

    /** @param origin the place in the original that it stands for */
    void insert(String inserted, int origin) {
        pieces.put(text.length(), new Piece(origin, false));
        text.append(inserted);
    }

    /** The rest, and the file that reads so. */
    SourceFile end(SourceFile file) {
        copyUntil(original.length());
        return file.reading(new SourceText(text.toString()), origin());
    }

    private IntUnaryOperator origin() {
        return offset -> {
            Entry<Integer, Piece> piece = pieces.floorEntry(offset);
            return piece.getValue().origin() + (piece.getValue().copied() ? offset - piece.getKey() : 0);
        };
    }
}
