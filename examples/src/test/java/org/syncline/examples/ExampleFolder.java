package org.syncline.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.syncline.platform.app.Syncline;
import org.syncline.platform.app.report.Screen;

/** A copy of an example, to run commands on as a person would. */
final class ExampleFolder {
    private final Path folder;

    private ExampleFolder(Path folder) {
        this.folder = folder;
    }

    static ExampleFolder copy(String example, Path place) throws IOException {
        Path source = Path.of(example);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(file -> !file.toString().contains(".syncline")).toList()) {
                Path copy = place.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new ExampleFolder(place);
    }

    /**
     * What a command came to.
     *
     * @param code exit code
     */
    record Outcome(int code, String out, String err) {}

    /** Runs a command on the folder. */
    Outcome run(String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments =
                Stream.concat(Stream.of(command, folder.toString()), Stream.of(more)).toArray(String[]::new);
        int code = Syncline.run(new Screen(new PrintWriter(out), new PrintWriter(err), false, false), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Changes a file. */
    void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The change found nothing to change in " + file);
        }
        Files.writeString(path, after);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
