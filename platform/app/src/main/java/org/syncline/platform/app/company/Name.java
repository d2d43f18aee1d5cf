package org.syncline.platform.app.company;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A given or family name.
 *
 * @param text in its own script
 * @param ascii its Latin spelling in lower case, letters only
 */
record Name(String text, String ascii) {
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]");
    private static final String[][] LETTERS = {{"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"þ", "th"},
            {"ð", "d"}, {"đ", "d"}, {"ł", "l"}, {"ı", "i"}};

    /** A name as the list has it: in its own script, with the Latin spelling after {@code =} if that is another. */
    static Name of(String entry) {
        String[] spellings = entry.strip().split("=");
        return new Name(spellings[0], ascii(spellings[spellings.length - 1]));
    }

    private static String ascii(String latin) {
        String plain = latin.toLowerCase(Locale.ROOT);
        for (String[] letter : LETTERS) {
            plain = plain.replace(letter[0], letter[1]);
        }
        return NOT_A_LETTER.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }
}
