package org.syncline.examples;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Real files that may lie beside the project, in {@code shared/data}; SYNCLINE_SHARED_DATA names another place. */
final class SharedData {
    private SharedData() {}

    /** The file, or the test is skipped. */
    static Path find(String name) {
        return folders().map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst()
                .orElseGet(() -> abort("no shared/data/" + name + " beside the project, nor in SYNCLINE_SHARED_DATA"));
    }

    private static Stream<Path> folders() {
        Stream<Path> named = Stream.ofNullable(System.getenv("SYNCLINE_SHARED_DATA")).map(Path::of);
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
        return Stream.concat(named, above.map(folder -> folder.resolve("shared/data")));
    }
}
