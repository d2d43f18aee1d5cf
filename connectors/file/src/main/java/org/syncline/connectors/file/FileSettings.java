package org.syncline.connectors.file;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * The settings of a connector on a file, whatever its format.
 *
 * @param file as the administrator wrote it: how messages name it
 * @param path of the file, absolute
 * @param encoding where the file has no byte order mark
 * @param missingFileIsEmpty whether a file that does not exist or is empty has no objects, instead of being an error
 * @param objectTypes what is read and written
 */
public record FileSettings(
        String file, Path path, Charset encoding, boolean missingFileIsEmpty, List<ObjectTypeSettings> objectTypes) {
    static final String FILE = "file";
    static final String ENCODING = "encoding";
    static final String MISSING_FILE = "missing-file";

    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.optional(FILE, "The file, relative to the configuration folder.", null),
            SettingDefinition.optional(
                    ENCODING,
                    "How characters are stored, such as UTF-8, UTF-16 or windows-1252; a byte order mark in the file wins.",
                    "UTF-8"),
            SettingDefinition.optional(
                    MISSING_FILE,
                    "What a file that does not exist yet or is empty, or a folder without any file, means when it is read: error or empty.",
                    "error"));

    /** The columns that the object types need, in their order. */
    public List<String> declaredColumns() {
        Set<String> names = new LinkedHashSet<>();
        for (ObjectTypeSettings type : objectTypes) {
            Set<String> attributes = new LinkedHashSet<>();
            type.attributes().stream().map(AttributeSettings::column).forEach(attributes::add);
            type.anchorColumns().stream().filter(name -> !attributes.contains(name)).forEach(names::add);
            names.addAll(attributes);
        }
        return new ArrayList<>(names);
    }

    /** The same of another file, which is there. */
    FileSettings of(String name, Path place) {
        return new FileSettings(name, place, encoding, false, objectTypes);
    }

    /** The same for a file of which nothing but the anchors counts. */
    FileSettings ofAnchors() {
        List<ObjectTypeSettings> types = objectTypes.stream()
                .map(type -> new ObjectTypeSettings(type.type(), type.anchorColumns(), List.of(), type.rows(),
                        type.filter(), type.values()))
                .toList();
        return new FileSettings(file, path, encoding, missingFileIsEmpty, types);
    }

    /**
     * Refuses a file that holds nothing, unless that means no objects.
     *
     * @param wanted what should stand in it
     */
    public void refuseEmpty(String wanted) {
        if (!missingFileIsEmpty) {
            throw FileTrouble.empty(this, wanted);
        }
    }

    /** Where a line stands, for programs. */
    String place(long line) {
        return file + ":" + line;
    }

    /** Where a line stands, for people. */
    public String inLine(long line) {
        return file + ", line " + line + ": ";
    }
}
