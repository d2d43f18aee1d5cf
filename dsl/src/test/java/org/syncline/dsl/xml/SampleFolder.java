package org.syncline.dsl.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.Ruleset;

/** A copy of the sample configuration that a test may spoil. */
final class SampleFolder {
    private static final RulesetReader READER = new RulesetReader(Map.of());

    private final Path folder;

    private SampleFolder(Path folder) {
        this.folder = folder;
    }

    static SampleFolder in(Path folder) throws Exception {
        return copyOf("adventure-works", folder);
    }

    /** A copy of the configuration of which check warns nobody. */
    static SampleFolder freeOfLints(Path folder) throws Exception {
        return copyOf("free-of-lints", folder);
    }

    private static SampleFolder copyOf(String name, Path folder) throws Exception {
        Path sample = Path.of(SampleFolder.class.getResource(name).toURI());
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new SampleFolder(folder);
    }

    Path path() {
        return folder;
    }

    /** Replaces a text, which must occur, everywhere in a file. */
    SampleFolder with(String file, String text, String replacement) throws IOException {
        String content = Files.readString(folder.resolve(file));
        if (!content.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        return with(file, content.replace(text, replacement));
    }

    SampleFolder with(String file, String content) throws IOException {
        return with(file, content.getBytes(StandardCharsets.UTF_8));
    }

    SampleFolder with(String file, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), content);
        return this;
    }

    SampleFolder without(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    ReadResult read() {
        return READER.read(folder);
    }

    /** The problems as they are shown; none if the folder is good. */
    List<String> problems() {
        return switch (read()) {
            case ReadResult.Ready ready -> List.of();
            case ReadResult.Refused refused -> refused.problems().stream().map(Problem::toString).toList();
        };
    }

    /** The warnings as they are shown; the folder has no problems. */
    List<String> warnings() {
        return switch (read()) {
            case ReadResult.Ready ready -> ready.warnings().stream().map(Warning::toString).toList();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    Ruleset ruleset() {
        return switch (read()) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new AssertionError(refused.problems());
        };
    }
}
