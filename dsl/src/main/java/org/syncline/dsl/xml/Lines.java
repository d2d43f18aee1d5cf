package org.syncline.dsl.xml;

import java.util.Arrays;

/** The lines of a text: turns offsets into places and back. */
final class Lines {
    private final int[] starts;

    Lines(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            if (endsLine(text, at)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = at + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    private static boolean endsLine(String text, int at) {
        char character = text.charAt(at);
        return character == '\n' || character == '\r' && !text.startsWith("\n", at + 1);
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in its line, from 1. */
    int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** The offset of a place, which may lie behind the text. */
    int offset(int line, int column) {
        return starts[Math.clamp(line, 1, starts.length) - 1] + column - 1;
    }
}
