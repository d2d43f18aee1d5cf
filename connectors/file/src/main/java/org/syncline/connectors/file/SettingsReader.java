package org.syncline.connectors.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.syncline.connectors.file.drop.DropSettings;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** Reads the settings of a connector on a file and refuses what makes no sense. */
public final class SettingsReader {
    private final ConnectorSettings settings;

    SettingsReader(ConnectorSettings settings) {
        this.settings = settings;
    }

    /** The file; the folder, where files are dropped into one. */
    FileSettings file() {
        Optional<String> folder = text(DropSettings.FOLDER);
        if (folder.isPresent() && text(FileSettings.FILE).isPresent()) {
            throw invalid("'folder' is given beside 'file'. Leave one of them out.");
        }
        String file = text(FileSettings.FILE).or(() -> folder)
                .orElseThrow(() -> invalid(
                        "'file' is missing. Name the file to read, or the folder files are dropped into."));
        return new FileSettings(file, path(file), encoding(), missingFileIsEmpty(), settings.objectTypes());
    }

    /** Empty for a connector on a single file. */
    Optional<DropSettings> drop() {
        Optional<DropSettings> drop = DropSettings.of(settings, missingFileIsEmpty());
        drop.filter(DropSettings::hasChanges).ifPresent(changes -> refuseCollectedTypes());
        return drop;
    }

    /** A changed record says nothing of the others that its object is made of. */
    private void refuseCollectedTypes() {
        settings.objectTypes().stream().filter(type -> type.rows() == ObjectTypeSettings.Rows.COLLECT).findFirst()
                .ifPresent(type -> {
                    throw invalid("'folder' is read with changes, but object type '" + type.type().name()
                            + "' collects its objects from many records (rows=\"collect\"), of which a file of changes"
                            + " has only some. Drop files with everything only, or read it by another connector.");
                });
    }

    private Path path(String file) {
        try {
            return settings.folder().resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw invalid("'file' is '" + file + "', which is no path: " + invalid.getReason());
        }
    }

    private Charset encoding() {
        String name = settings.value(FileSettings.ENCODING).orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name.strip());
            return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        } catch (IllegalArgumentException unknown) {
            throw invalid("'encoding' is '" + name
                    + "', which is not known. Write UTF-8, UTF-16, windows-1252 or ISO-8859-1, for instance.");
        }
    }

    private boolean missingFileIsEmpty() {
        String text = settings.value(FileSettings.MISSING_FILE).orElse("error");
        return switch (text) {
            case "error" -> false;
            case "empty" -> true;
            default -> throw invalid("'missing-file' is '" + text + "'. Write error or empty.");
        };
    }

    /** A setting that is given and not empty. */
    public Optional<String> text(String setting) {
        return settings.value(setting).filter(text -> !text.isEmpty());
    }

    public boolean truth(String setting, boolean usual) {
        String text = settings.value(setting).orElse(Boolean.toString(usual));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("'" + setting + "' is '" + text + "'. Write true or false.");
        };
    }

    /**
     * A setting of one character.
     *
     * @param or what else may be written, for the message; or nothing
     */
    public char character(String setting, String usual, String or) {
        String text = settings.value(setting).orElse(usual);
        boolean single =
                text.length() == 1 && !Character.isSurrogate(text.charAt(0)) && "\r\n".indexOf(text.charAt(0)) < 0;
        if (!single) {
            throw invalid("'" + setting + "' is '" + text + "'. Write a single character" + or + ".");
        }
        return text.charAt(0);
    }

    /** @param message goes on behind "setting" */
    public ConnectorException invalid(String message) {
        return new ConnectorException(
                ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': setting " + message);
    }
}
