package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A configuration folder of a test's own, and the commands that run on it. */
record ConfigurationFolder(Path path) {
    static final Path ADVENTURE_WORKS = Path.of("src/test/resources/adventure-works");
    static final Path RULES_ALIVE = Path.of("rules-alive");
    static final Path SCRIPTED_SYSTEMS = Path.of("scripted-systems");
    static final Path HR_TO_DIRECTORY = Path.of("hr-to-directory");
    static final Path TWO_FORESTS = Path.of("two-forests");
    static final Path HR_DATABASE_TO_DIRECTORY_AND_MAIL = Path.of("hr-database-to-directory-and-mail");
    static final Path HR_TO_ACTIVE_DIRECTORY = Path.of("hr-to-active-directory");

    /** Copies everything, the store included. */
    static ConfigurationFolder copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                    assertTrue(copy.toFile().setWritable(true));
                }
            }
            return new ConfigurationFolder(to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies an example, as if nobody had run it yet. */
    static ConfigurationFolder unused(Path example, Path to) {
        ConfigurationFolder copy = copy(example, to);
        copy.forgetStore();
        return copy;
    }

    /** Copies the example of rules that change while the program runs, as if nobody had run it yet. */
    static ConfigurationFolder rulesAlive(Path to) {
        return unused(RULES_ALIVE, to);
    }

    /** Copies the example of systems that scripts read and write, as if nobody had run it yet. */
    static ConfigurationFolder scriptedSystems(Path to) {
        return unused(SCRIPTED_SYSTEMS, to);
    }

    /** Copies the example from HR to a directory, as if nobody had run it yet. */
    static ConfigurationFolder example(Path to) {
        return unused(HR_TO_DIRECTORY, to);
    }

    void forgetStore() {
        if (!Files.exists(store())) {
            return;
        }
        try (Stream<Path> files = Files.walk(store())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Any command, as a person would type it. */
    Command command(String name, String... options) {
        return Command.run(Stream.concat(Stream.of(name, path.toString()), Stream.of(options)).toArray(String[]::new));
    }

    /** A whole cycle. */
    Command run() {
        return Command.run("run", path.toString(), "--json");
    }

    Command run(String connector, String profile) {
        return Command.run("run", path.toString(), "--json", "--connector", connector, "--profile", profile);
    }

    /** What {@code show} prints of {@code metaverse}, {@code connector-space} or {@code errors}. */
    Command show(String what, String... options) {
        return Command.run(Stream.concat(Stream.of("show", path.toString(), what, "--json"), Stream.of(options))
                .toArray(String[]::new));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path store() {
        return file(".syncline");
    }

    void replace(String file, String old, String replacement) {
        String text = read(file);
        assertTrue(text.contains(old), () -> file + " has no " + old);
        write(file, text.replace(old, replacement));
    }

    String read(String file) {
        try {
            return Files.readString(file(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the folders that it stands in, too: Git keeps no empty ones. */
    void write(String file, String text) {
        try {
            Files.createDirectories(file(file).getParent());
            Files.writeString(file(file), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
