package org.syncline.connectors.script.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that tests start. */
final class Programs {
    private Programs() {}

    /** A program of the test resources, put into a folder. */
    static Path resource(Path folder, String name) throws IOException {
        try (InputStream program = Programs.class.getResourceAsStream("/programs/" + name)) {
            Files.copy(program, folder.resolve(name));
        }
        return folder.resolve(name);
    }

    /** Whether there is a program of this name that runs. */
    static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** The command that runs a class of the tests, by the Java that runs them. */
    static String java(Class<?> program, String argument) {
        return "'" + ProcessHandle.current().info().command().orElse("java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp '"
                + System.getProperty("java.class.path")
                + "' " + program.getName() + " " + argument;
    }
}
