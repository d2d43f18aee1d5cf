package org.syncline.connectors.file;

import java.util.List;
import org.syncline.connectors.spi.SettingDefinition;

/** The settings an administrator can write, with what they mean. */
final class SettingNames {
    static final String FILE = "file";
    static final String ENCODING = "encoding";
    static final String SEPARATOR = "separator";
    static final String QUOTE = "quote";
    static final String HEADER = "header";
    static final String COLUMNS = "columns";
    static final String MULTI_VALUE_SEPARATOR = "multi-value-separator";
    static final String TRIM = "trim";
    static final String NULL_TEXT = "null-text";
    static final String MISSING_FILE = "missing-file";

    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.required(FILE, "The file, relative to the configuration folder."),
            SettingDefinition.optional(
                    ENCODING,
                    "How characters are stored, such as UTF-8, UTF-16 or windows-1252; a byte order mark in the file wins.",
                    "UTF-8"),
            SettingDefinition.optional(SEPARATOR, "What stands between two columns: one character, or tab.", ","),
            SettingDefinition.optional(QUOTE,
                    "What stands around a value that contains separators, quotes or line breaks.", "\""),
            SettingDefinition.optional(HEADER, "Whether the first row names the columns: true or false.", "true"),
            SettingDefinition.optional(COLUMNS,
                    "The names of the columns, separated by commas, of a file without header.", null),
            SettingDefinition.optional(
                    MULTI_VALUE_SEPARATOR,
                    "What stands between the values of a multi-valued attribute in one cell; ; if not given, or | where ; separates columns.",
                    null),
            SettingDefinition.optional(TRIM, "Whether blanks around values are dropped: true or false.", "false"),
            SettingDefinition.optional(NULL_TEXT,
                    "A text that stands for no value, such as NULL; an empty cell always does.", null),
            SettingDefinition.optional(
                    MISSING_FILE,
                    "What a file that does not exist yet means when it is read: error, or empty for a file that only exports create.",
                    "error"));

    private SettingNames() {}
}
