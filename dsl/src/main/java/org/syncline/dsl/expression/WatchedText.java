package org.syncline.dsl.expression;

/**
 * A text that a regular expression is matched with, under somebody's eyes: it may look at it so often that it would never come to an
 * end.
 *
 * @param look runs before each look at a character; what it throws ends the match
 */
public record WatchedText(String text, Runnable look) implements CharSequence {
    @Override
    public char charAt(int index) {
        look.run();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
