package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The program as it is delivered, in a process of its own. */
record Launcher(Map<String, String> environment) {
    private static final Path PROGRAM = Path.of("..", "platform", "bin", "syncline");

    /** Runs a command on a folder to its end. */
    Command run(String command, String folder, String... more) {
        return run(Stream.concat(Stream.of(command, folder), Stream.of(more)).toArray(String[]::new));
    }

    private Command run(String[] arguments) {
        try {
            Path out = Files.createTempFile("syncline-", ".out");
            Path err = Files.createTempFile("syncline-", ".err");
            Process process = builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                fail("syncline " + List.of(arguments) + " does not end");
            }
            Command command = new Command(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return command;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    /** Starts a command whose output goes into a file. */
    Process start(Path out, String... arguments) {
        try {
            return builder(arguments).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private ProcessBuilder builder(String[] arguments) {
        assertTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not there");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(PROGRAM.toAbsolutePath().normalize().toString()), Stream.of(arguments))
                        .toList());
        builder.environment().put("SYNCLINE_BUILD", "no");
        builder.environment().putAll(environment);
        return builder;
    }

    /** Starts a command, and kills it as soon as something is so; false if it ended before. */
    boolean kill(BooleanSupplier when, String command, String folder) {
        return kill(when, ProcessBuilder.Redirect.DISCARD, command, folder);
    }

    /** The same, with what it prints in a file. */
    boolean kill(BooleanSupplier when, ProcessBuilder.Redirect out, String... arguments) {
        try {
            Process process =
                    builder(arguments).redirectOutput(out).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            boolean alive = process.isAlive();
            while (alive && !when.getAsBoolean()) {
                Thread.sleep(1);
                alive = process.isAlive();
            }
            process.destroyForcibly().waitFor();
            return alive;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }
}
