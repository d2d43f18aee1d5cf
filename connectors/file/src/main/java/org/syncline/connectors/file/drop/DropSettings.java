package org.syncline.connectors.file.drop;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * Which files of a folder are read, and when.
 *
 * @param folder as the administrator wrote it
 * @param path of the folder, absolute
 * @param names by which the files of each kind are known
 * @param byTime whether files are read in the order of their times, instead of their names
 * @param marker how a file is called that says, by being there, that the one it is named after is complete; null for none
 * @param rest how long a file must stay as it is to be complete, where nothing else says so
 * @param keep how many files are kept besides those that a full import needs
 * @param mayBeEmpty whether a folder without any file has no objects, instead of being an error
 */
public record DropSettings(
        String folder, Path path, Map<FileKind, PathMatcher> names, boolean byTime, String marker, Duration rest,
        int keep, boolean mayBeEmpty) {
    public static final String FOLDER = "folder";
    static final String PATTERN = "pattern";
    static final String CHANGES = "changes";
    static final String DELETIONS = "deletions";
    static final String ORDER = "order";
    static final String MARKER = "marker";
    static final String REST = "rest";
    static final String KEEP = "keep";

    public static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.optional(FOLDER,
                    "A folder into which files are dropped, relative to the configuration folder; in the place of 'file'.",
                    null),
            SettingDefinition.optional(PATTERN,
                    "What files with everything there is are called, such as people-*.csv; each replaces those before.",
                    null),
            SettingDefinition.optional(CHANGES, "What files with changes are called, such as changes-*.csv.", null),
            SettingDefinition.optional(DELETIONS,
                    "What files with nothing but deleted objects are called, such as leavers-*.csv.", null),
            SettingDefinition.optional(ORDER, "In which order files are read: name, or time of their last change.",
                    "name"),
            SettingDefinition.transport(MARKER,
                    "The end of the name of a second file that says that a file is complete, such as .ready.", null),
            SettingDefinition.transport(REST,
                    "How long a file without marker must stay as it is to be complete, such as PT5S.", "PT1S"),
            SettingDefinition.transport(KEEP,
                    "How many files are kept in 'done', besides those that a full import needs.", "100"));

    /** Empty for a connector that reads a single file. */
    public static Optional<DropSettings> of(ConnectorSettings settings, boolean mayBeEmpty) {
        return settings.value(FOLDER).map(folder -> new Reader(settings).read(folder, mayBeEmpty));
    }

    /** What a file of this name is about; empty if it is not read at all. */
    Optional<FileKind> kind(String name) {
        boolean isRead = !name.startsWith(".") && (marker == null || !name.endsWith(marker));
        return isRead
                ? names.entrySet().stream()
                        .filter(kind -> kind.getValue().matches(Path.of(name)))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    public boolean hasChanges() {
        return names.containsKey(FileKind.CHANGES) || names.containsKey(FileKind.DELETIONS);
    }

    boolean hasFullFiles() {
        return names.containsKey(FileKind.FULL);
    }

    /** Reads them, and refuses what makes no sense. */
    private record Reader(ConnectorSettings settings) {

        DropSettings read(String folder, boolean mayBeEmpty) {
            return new DropSettings(folder, path(folder), names(), byTime(),
                    settings.value(MARKER).filter(text -> !text.isEmpty()).orElse(null), rest(), keep(), mayBeEmpty);
        }

        private Path path(String folder) {
            try {
                return settings.folder().resolve(folder).toAbsolutePath().normalize();
            } catch (InvalidPathException invalid) {
                throw invalid("'folder' is '" + folder + "', which is no path: " + invalid.getReason());
            }
        }

        private Map<FileKind, PathMatcher> names() {
            Map<FileKind, PathMatcher> names = new TreeMap<>();
            matcher(DELETIONS).ifPresent(matcher -> names.put(FileKind.DELETIONS, matcher));
            matcher(CHANGES).ifPresent(matcher -> names.put(FileKind.CHANGES, matcher));
            matcher(PATTERN).ifPresent(matcher -> names.put(FileKind.FULL, matcher));
            if (names.isEmpty()) {
                throw invalid("'folder' is given, but none of '" + PATTERN + "', '" + CHANGES + "' and '" + DELETIONS
                        + "' says which of its files are read. Write " + PATTERN + "=\"*.csv\", for instance.");
            }
            return names;
        }

        private Optional<PathMatcher> matcher(String setting) {
            return settings.value(setting).filter(text -> !text.isBlank()).map(text -> {
                try {
                    return FileSystems.getDefault().getPathMatcher("glob:" + text);
                } catch (PatternSyntaxException invalid) {
                    throw invalid("'" + setting + "' is '" + text + "': " + invalid.getDescription()
                            + ". Write names such as people-*.csv.");
                }
            });
        }

        private boolean byTime() {
            String order = settings.value(ORDER).orElse("name");
            return switch (order) {
                case "name" -> false;
                case "time" -> true;
                default -> throw invalid("'order' is '" + order + "'. Write name or time.");
            };
        }

        private Duration rest() {
            String text = settings.value(REST).orElse("PT1S");
            try {
                Duration rest = Duration.parse(text);
                if (!rest.isNegative()) {
                    return rest;
                }
            } catch (DateTimeParseException notATime) {
                // refused below
            }
            throw invalid("'rest' is '" + text + "', which is no duration. Write PT5S for 5 seconds, for instance.");
        }

        private int keep() {
            String text = settings.value(KEEP).orElse("100");
            if (!text.matches("[0-9]{1,9}")) {
                throw invalid("'keep' is '" + text + "'. Write how many files are kept, such as 100.");
            }
            return Integer.parseInt(text);
        }

        private ConnectorException invalid(String message) {
            return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                    "Connector '" + settings.connector() + "': setting " + message);
        }
    }
}
