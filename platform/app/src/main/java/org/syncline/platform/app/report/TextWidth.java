package org.syncline.platform.app.report;

import java.lang.Character.UnicodeScript;

/** How much room a text takes on a terminal, where Chinese characters are as wide as two Latin ones. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> character < 0xFF61 || character > 0xFFDC;
            default -> character >= 0x1F300 && character <= 0x1FAFF || character >= 0xFF01 && character <= 0xFF60;
        };
    }

    /** The text with blanks behind it, so that it takes at least so much room. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }
}
