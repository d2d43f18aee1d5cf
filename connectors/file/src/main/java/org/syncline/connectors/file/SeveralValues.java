package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * How several values stand in one cell.
 *
 * @param separator between them
 * @param trim whether blanks around them are dropped
 */
public record SeveralValues(String separator, boolean trim) {
    private static final String SETTING = "multi-value-separator";

    public static final SettingDefinition DEFINITION = SettingDefinition.optional(SETTING,
            "What stands between the values of a multi-valued attribute in one cell; ; if not given, or | where ; separates columns.",
            null);

    /** @param columnSeparator stands between columns, so that it is not used within one */
    public static SeveralValues of(SettingsReader settings, char columnSeparator, boolean trim) {
        return new SeveralValues(settings.text(SETTING).orElse(columnSeparator == ';' ? "|" : ";"), trim);
    }

    public List<String> split(String cell) {
        if (!cell.contains(separator)) {
            return List.of(cell);
        }
        List<String> values = new ArrayList<>();
        for (int from = 0, to; from <= cell.length(); from = to + separator.length()) {
            int found = cell.indexOf(separator, from);
            to = found < 0 ? cell.length() : found;
            String value = trim ? cell.substring(from, to).strip() : cell.substring(from, to);
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    public String join(List<String> values) {
        return String.join(separator, values);
    }

    /** {@link RecordText#limits}. */
    public String limits() {
        return ", several values separated by '" + separator + "' where it is multi-valued";
    }
}
