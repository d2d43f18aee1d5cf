package org.syncline.connectors.file.delimited;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.connectors.file.SettingsReader;
import org.syncline.connectors.file.SeveralValues;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * How rows are written in the files of one connector.
 *
 * @param separator between columns
 * @param quote around values
 * @param columns their names, where the file has no header
 * @param severalValues in one cell
 * @param trim whether blanks around values are dropped
 * @param nullText stands for no value; null for none
 */
record Dialect(
        char separator, char quote, Optional<List<String>> columns, SeveralValues severalValues, boolean trim,
        String nullText) {
    private static final String SEPARATOR = "separator";
    private static final String QUOTE = "quote";
    private static final String HEADER = "header";
    private static final String COLUMNS = "columns";
    private static final String TRIM = "trim";
    private static final String NULL_TEXT = "null-text";

    static final List<SettingDefinition> SETTINGS = List.of(
            SettingDefinition.optional(SEPARATOR, "What stands between two columns: one character, or tab.", ","),
            SettingDefinition.optional(QUOTE,
                    "What stands around a value that contains separators, quotes or line breaks.", "\""),
            SettingDefinition.optional(HEADER, "Whether the first row names the columns: true or false.", "true"),
            SettingDefinition.optional(COLUMNS,
                    "The names of the columns, separated by commas, of a file without header.", null),
            SeveralValues.DEFINITION,
            SettingDefinition.optional(TRIM, "Whether blanks around values are dropped: true or false.", "false"),
            SettingDefinition.optional(NULL_TEXT,
                    "A text that stands for no value, such as NULL; an empty cell always does.", null));

    static Dialect of(SettingsReader settings) {
        char separator = separator(settings);
        char quote = settings.character(QUOTE, "\"", "");
        if (separator == quote) {
            throw settings.invalid("'separator' and 'quote' are the same character. Choose two different ones.");
        }
        boolean trim = settings.truth(TRIM, false);
        return new Dialect(separator, quote, columns(settings), SeveralValues.of(settings, separator, trim), trim,
                settings.text(NULL_TEXT).orElse(null));
    }

    private static char separator(SettingsReader settings) {
        boolean tab = settings.text(SEPARATOR).filter(text -> text.equals("tab") || text.equals("\\t")).isPresent();
        return tab ? '\t' : settings.character(SEPARATOR, ",", ", or tab");
    }

    private static Optional<List<String>> columns(SettingsReader settings) {
        Optional<String> columns = settings.text(COLUMNS).filter(text -> !text.isBlank());
        boolean header = settings.truth(HEADER, true);
        if (header && columns.isPresent()) {
            throw settings.invalid(
                    "'columns' is given although the first row names the columns. Leave it out, or write header=\"false\".");
        }
        if (!header && columns.isEmpty()) {
            throw settings.invalid(
                    "'header' is false, but 'columns' does not name the columns. Name them, separated by commas.");
        }
        return columns.map(text -> Stream.of(text.split(",", -1)).map(String::strip).toList());
    }

    boolean hasHeader() {
        return columns.isEmpty();
    }
}
