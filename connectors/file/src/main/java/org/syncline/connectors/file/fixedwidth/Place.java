package org.syncline.connectors.file.fixedwidth;

/**
 * A column of a line.
 *
 * @param from its first character, from 0
 * @param to behind its last one
 * @param right whether values stand at its end, with the padding before them
 * @param pad fills what a value leaves free
 */
record Place(String name, int from, int to, boolean right, char pad) {

    int width() {
        return to - from;
    }

    /** The value in a cell; null for nothing. */
    String value(String cell) {
        if (cell.isBlank()) {
            return null;
        }
        int start = 0;
        int end = cell.length();
        while (right && start < end && cell.charAt(start) == pad) {
            start++;
        }
        while (!right && start < end && cell.charAt(end - 1) == pad) {
            end--;
        }
        if (start == end) {
            // 000 is the number 0 and not nothing
            return Character.isDigit(pad) ? String.valueOf(pad) : null;
        }
        return cell.substring(start, end);
    }

    /** The cell of a value, cut off where it is too long; an empty one is blank. */
    String cell(String value) {
        int length = value.codePointCount(0, value.length());
        if (length > width()) {
            return value.substring(0, value.offsetByCodePoints(0, width()));
        }
        String padding = String.valueOf(value.isEmpty() ? ' ' : pad).repeat(width() - length);
        return right ? padding + value : value + padding;
    }

    /** What it can hold, besides values of its type: the end of a sentence. */
    String limits() {
        return ", at most " + width() + (width() == 1 ? " character" : " characters") + ", no line break and no '" + pad
                + "' at the " + (right ? "beginning" : "end");
    }
}
