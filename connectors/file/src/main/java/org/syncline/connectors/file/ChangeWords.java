package org.syncline.connectors.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * How the records of a file of changes say what happened to their objects.
 *
 * @param column that says it; null where the file as a whole does
 * @param meanings by word, in lower case
 * @param usual what is meant without a column
 */
record ChangeWords(String column, Map<String, Meaning> meanings, Meaning usual) {
    static final String COLUMN = "change-column";
    private static final String ADDED = "added";
    private static final String MODIFIED = "modified";
    private static final String DELETED = "deleted";

    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.optional(COLUMN,
                    "The column of files with changes that says what happened. Without it every record is an object as"
                            + " it is now.",
                    null),
            SettingDefinition.optional(ADDED, "The words for an added object, separated by commas.", "add"),
            SettingDefinition.optional(MODIFIED, "The words for a changed object, separated by commas.", "modify"),
            SettingDefinition.optional(DELETED, "The words for a deleted object, separated by commas.", "delete"));

    /** What a record says of its object. */
    enum Meaning {
        /** It is there, and as the record shows it. */
        EXISTS,
        GONE,
        /** The word is not known. */
        UNKNOWN
    }

    /** Of files in which every record is of an object that is gone. */
    static final ChangeWords OF_DELETIONS = new ChangeWords(null, Map.of(), Meaning.GONE);

    static ChangeWords of(SettingsReader settings) {
        Map<String, Meaning> meanings = new HashMap<>();
        words(settings, ADDED, "add").forEach(word -> meanings.put(word, Meaning.EXISTS));
        words(settings, MODIFIED, "modify").forEach(word -> meanings.put(word, Meaning.EXISTS));
        words(settings, DELETED, "delete").forEach(word -> {
            if (meanings.put(word, Meaning.GONE) != null) {
                throw settings.invalid("'" + DELETED + "' has the word '" + word + "', which stands for '" + ADDED
                        + "' or '" + MODIFIED + "' too. Use it for one of them.");
            }
        });
        return new ChangeWords(settings.text(COLUMN).orElse(null), meanings, Meaning.EXISTS);
    }

    private static Stream<String> words(SettingsReader settings, String setting, String usual) {
        return Stream.of(settings.text(setting).orElse(usual).split(",")).map(ChangeWords::plain)
                .filter(word -> !word.isEmpty());
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    Meaning of(UnaryOperator<String> record) {
        String word = column == null ? null : record.apply(column);
        return column == null ? usual : meanings.getOrDefault(word == null ? "" : plain(word), Meaning.UNKNOWN);
    }

    /** What is wrong with a record whose word is not known. */
    String complaint(UnaryOperator<String> record) {
        String word = record.apply(column);
        return "column '" + column + "': " + (word == null ? "nothing" : "'" + word + "'") + " is none of "
                + String.join(", ", meanings.keySet().stream().sorted().toList())
                + ". Correct it, or add the word to the setting '" + ADDED + "', '" + MODIFIED + "' or '" + DELETED
                + "'; the object stays as it was.";
    }
}
