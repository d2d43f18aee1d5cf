package org.syncline.connectors.script.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * Which program is started, how, and how long it may take.
 *
 * @param connector name of the connector
 * @param folder the configuration folder, in which the program runs
 * @param command the program and its arguments
 * @param environment all that the program finds in its environment
 * @param parameters what the program is told in the first message, by name
 * @param secrets texts that are never shown
 * @param capabilities what is used of what the program can do
 * @param patience how long it may take
 * @param lineLimit bytes of the longest line
 */
record ProgramSettings(
        String connector, Path folder, List<String> command, Map<String, String> environment,
        Map<String, String> parameters, Set<String> secrets, Set<Capability> capabilities, Patience patience,
        int lineLimit) {

    /**
     * How long a program may take.
     *
     * @param start until it has said hello
     * @param silence without saying anything while it is waited for
     * @param answer altogether for one answer, while it is waited for
     */
    record Patience(Duration start, Duration silence, Duration answer) {}

    private static final String COMMAND = "command";
    private static final String CAPABILITIES = "capabilities";
    private static final String INHERIT = "inherit";
    private static final String ENVIRONMENT = "environment.";
    private static final String PARAMETER = "parameter.";
    private static final String START_TIMEOUT = "start-timeout";
    private static final String SILENCE_TIMEOUT = "silence-timeout";
    private static final String ANSWER_TIMEOUT = "answer-timeout";
    private static final String LINE_LIMIT = "line-limit";

    static final Set<Capability> POSSIBLE = EnumSet.range(Capability.FULL_IMPORT, Capability.REFERENTIAL_INTEGRITY);

    /** What a program needs to be found and to run, on Unix and on Windows, and nothing that says who Syncline is. */
    private static final List<String> ALWAYS_INHERITED = List.of(
            "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR",
            "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
            "ProgramFiles", "ProgramData", "PSModulePath");

    static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.required(COMMAND,
                    "The program and its arguments, separated by blanks; what holds blanks in quotes. No shell reads it."),
            SettingDefinition.optional(CAPABILITIES,
                    "What is used of what the program can do, separated by blanks: " + names(POSSIBLE), "full-import"),
            SettingDefinition.transport(INHERIT,
                    "Names of environment variables of Syncline that the program gets too, separated by blanks", null),
            SettingDefinition.family(ENVIRONMENT, "An environment variable of the program: environment.NAME"),
            SettingDefinition.family(PARAMETER, "What the program is told in the first message: parameter.NAME"),
            SettingDefinition.transport(START_TIMEOUT, "How long to wait for the program's hello (ISO 8601)", "PT30S"),
            SettingDefinition.transport(SILENCE_TIMEOUT,
                    "How long the program may say nothing while it is waited for (ISO 8601)", "PT2M"),
            SettingDefinition.transport(ANSWER_TIMEOUT,
                    "How long a whole answer may be waited for (ISO 8601)", "PT2H"),
            SettingDefinition.transport(LINE_LIMIT, "Bytes of the longest line the program may write", "8388608"));

    static ProgramSettings of(ConnectorSettings settings) {
        refuseFormats(settings);
        return new ProgramSettings(
                settings.connector(), settings.folder(), command(settings), environment(settings),
                family(settings, PARAMETER), Set.copyOf(settings.secrets().values()), capabilities(settings),
                new Patience(duration(settings, START_TIMEOUT), duration(settings, SILENCE_TIMEOUT),
                        duration(settings, ANSWER_TIMEOUT)),
                lineLimit(settings));
    }

    private static void refuseFormats(ConnectorSettings settings) {
        settings.objectTypes().stream()
                .flatMap(type -> type.attributes().stream())
                .filter(attribute -> attribute.format() != null)
                .map(AttributeSettings::name)
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(settings, "attribute '" + name
                            + "' has a format, but dates in messages are always ISO 8601. Remove it.");
                });
    }

    private static List<String> command(ConnectorSettings settings) {
        try {
            List<String> command = new ArrayList<>(CommandLine.split(settings.value(COMMAND).orElse("")));
            command.set(0, inFolder(settings.folder(), command.getFirst()));
            return command;
        } catch (IllegalArgumentException wrong) {
            throw invalid(settings, "setting 'command' names no program: " + wrong.getMessage()
                    + ". Write a program and its arguments, such as python3 connectors/hr.py.");
        }
    }

    /** A program that is named with a path lies in the configuration folder, any other where programs lie. */
    private static String inFolder(Path folder, String program) {
        boolean hasPath = program.contains("/") || program.contains("\\");
        Path inFolder = hasPath ? folder.resolve(program).toAbsolutePath().normalize() : null;
        return inFolder != null && Files.exists(inFolder) ? inFolder.toString() : program;
    }

    private static Map<String, String> environment(ConnectorSettings settings) {
        Map<String, String> environment = new TreeMap<>();
        Stream.concat(ALWAYS_INHERITED.stream(), words(settings.value(INHERIT).orElse(""))).forEach(name -> {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        });
        environment.putAll(family(settings, ENVIRONMENT));
        return environment;
    }

    private static Map<String, String> family(ConnectorSettings settings, String prefix) {
        Map<String, String> family = new TreeMap<>();
        Stream.of(settings.values(), settings.secrets())
                .flatMap(given -> given.entrySet().stream())
                .filter(given -> given.getKey().startsWith(prefix))
                .forEach(given -> family.put(given.getKey().substring(prefix.length()), given.getValue()));
        return family;
    }

    private static Set<Capability> capabilities(ConnectorSettings settings) {
        Map<String, Capability> known =
                POSSIBLE.stream().collect(Collectors.toMap(ProgramSettings::name, capability -> capability));
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        words(settings.value(CAPABILITIES).orElse("full-import")).forEach(word -> {
            if (!known.containsKey(word)) {
                throw invalid(settings, "setting 'capabilities' names '" + word + "', which is none. There are "
                        + names(POSSIBLE) + ".");
            }
            capabilities.add(known.get(word));
        });
        if (!capabilities.contains(Capability.FULL_IMPORT)) {
            throw invalid(settings, "setting 'capabilities' lacks full-import: without it nothing that is written could"
                    + " ever be confirmed.");
        }
        return capabilities;
    }

    /** A capability as it is written. */
    static String name(Capability capability) {
        return capability.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String names(Set<Capability> capabilities) {
        return capabilities.stream().map(ProgramSettings::name).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }

    private static Duration duration(ConnectorSettings settings, String name) {
        String text = settings.value(name).orElseGet(() -> usual(name));
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below
        }
        throw invalid(settings, "setting '" + name + "' is '" + text + "'. Write a duration such as PT30S or PT5M.");
    }

    private static int lineLimit(ConnectorSettings settings) {
        String text = settings.value(LINE_LIMIT).orElseGet(() -> usual(LINE_LIMIT));
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1024) {
                return limit;
            }
        } catch (NumberFormatException unreadable) {
            // refused below
        }
        throw invalid(settings, "setting 'line-limit' is '" + text + "'. Write a number of bytes, at least 1024.");
    }

    private static String usual(String name) {
        return DEFINITIONS.stream().filter(setting -> setting.name().equals(name)).findFirst().orElseThrow()
                .defaultValue();
    }

    private static ConnectorException invalid(ConnectorSettings settings, String message) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "Connector '" + settings.connector() + "': " + message);
    }

    /** A text without secrets. */
    String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.isBlank() ? masked : masked.replace(secret, "***");
        }
        return masked;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "ProgramSettings[" + connector + " " + command + "]";
    }
}
