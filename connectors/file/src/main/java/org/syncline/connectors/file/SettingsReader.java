package org.syncline.connectors.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;

/** Reads the settings of a connector file and refuses what makes no sense. */
final class SettingsReader {
    private final ConnectorSettings settings;

    SettingsReader(ConnectorSettings settings) {
        this.settings = settings;
    }

    DelimitedTextSettings read() {
        String file = settings.value(SettingNames.FILE)
                .orElseThrow(() -> invalid("'file' is missing. Name the file to read."));
        DelimitedTextSettings.Dialect dialect = dialect();
        return new DelimitedTextSettings(
                file,
                path(file),
                encoding(),
                dialect,
                columns(),
                multiValueSeparator(dialect),
                truth(SettingNames.TRIM, false),
                settings.value(SettingNames.NULL_TEXT).filter(text -> !text.isEmpty()).orElse(null),
                missingFileIsEmpty(),
                settings.objectTypes());
    }

    private Path path(String file) {
        try {
            return settings.folder().resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw invalid("'file' is '" + file + "', which is no path: " + invalid.getReason());
        }
    }

    private Charset encoding() {
        String name = settings.value(SettingNames.ENCODING).orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name.strip());
            return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        } catch (IllegalArgumentException unknown) {
            throw invalid("'encoding' is '" + name
                    + "', which is not known. Write UTF-8, UTF-16, windows-1252 or ISO-8859-1, for instance.");
        }
    }

    private DelimitedTextSettings.Dialect dialect() {
        String separator = settings.value(SettingNames.SEPARATOR).orElse(",");
        char separating = separator.equals("tab") || separator.equals("\\t")
                ? '\t'
                : character(SettingNames.SEPARATOR, separator);
        char quote = character(SettingNames.QUOTE, settings.value(SettingNames.QUOTE).orElse("\""));
        if (separating == quote) {
            throw invalid("'separator' and 'quote' are the same character. Choose two different ones.");
        }
        return new DelimitedTextSettings.Dialect(separating, quote);
    }

    private char character(String setting, String text) {
        boolean single =
                text.length() == 1 && !Character.isSurrogate(text.charAt(0)) && "\r\n".indexOf(text.charAt(0)) < 0;
        if (!single) {
            throw invalid("'" + setting + "' is '" + text + "'. Write a single character"
                    + (setting.equals(SettingNames.SEPARATOR) ? ", or tab." : "."));
        }
        return text.charAt(0);
    }

    private Optional<List<String>> columns() {
        Optional<String> columns = settings.value(SettingNames.COLUMNS).filter(text -> !text.isBlank());
        boolean header = truth(SettingNames.HEADER, true);
        if (header && columns.isPresent()) {
            throw invalid(
                    "'columns' is given although the first row names the columns. Leave it out, or write header=\"false\".");
        }
        if (!header && columns.isEmpty()) {
            throw invalid(
                    "'header' is false, but 'columns' does not name the columns. Name them, separated by commas.");
        }
        return columns.map(text -> Stream.of(text.split(",", -1)).map(String::strip).toList());
    }

    private String multiValueSeparator(DelimitedTextSettings.Dialect dialect) {
        String usual = dialect.separator() == ';' ? "|" : ";";
        return settings.value(SettingNames.MULTI_VALUE_SEPARATOR).filter(text -> !text.isEmpty()).orElse(usual);
    }

    private boolean missingFileIsEmpty() {
        String text = settings.value(SettingNames.MISSING_FILE).orElse("error");
        return switch (text) {
            case "error" -> false;
            case "empty" -> true;
            default -> throw invalid("'missing-file' is '" + text + "'. Write error or empty.");
        };
    }

    private boolean truth(String setting, boolean usual) {
        String text = settings.value(setting).orElse(Boolean.toString(usual));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("'" + setting + "' is '" + text + "'. Write true or false.");
        };
    }

    private ConnectorException invalid(String message) {
        return new ConnectorException(
                ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': setting " + message);
    }
}
