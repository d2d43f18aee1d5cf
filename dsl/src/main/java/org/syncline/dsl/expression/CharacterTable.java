package org.syncline.dsl.expression;

import java.util.HashMap;
import java.util.Map;

/** Which characters ReplaceChars puts in the place of others. */
record CharacterTable(Map<Integer, String> replacements) {

    /**
     * Reads {@code old:new,old:new}.
     *
     * @throws EvaluationException if the text has another form
     */
    static CharacterTable of(String pattern) {
        Map<Integer, String> replacements = new HashMap<>();
        for (String entry : withoutSpace(pattern).split(",")) {
            if (!entry.isEmpty()) {
                add(entry, replacements);
            }
        }
        return new CharacterTable(replacements);
    }

    private static void add(String entry, Map<Integer, String> replacements) {
        int colon = entry.indexOf(':');
        if (colon < 0 || entry.codePointCount(0, colon) != 1) {
            throw new EvaluationException(
                    "ReplaceChars cannot use '" + entry
                            + "' in its pattern; write one character, a colon and what to put in its place");
        }
        replacements.put(entry.codePointAt(0), entry.substring(colon + 1));
    }

    private static String withoutSpace(String pattern) {
        StringBuilder rest = new StringBuilder(pattern.length());
        pattern.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !Character.isSpaceChar(character))
                .forEach(rest::appendCodePoint);
        return rest.toString();
    }

    String replaceIn(String text) {
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            String replacement = replacements.get(character);
            if (replacement == null) {
                replaced.appendCodePoint(character);
            } else {
                replaced.append(replacement);
            }
        });
        return replaced.toString();
    }
}
