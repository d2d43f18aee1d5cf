package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program while it follows a folder, and what it has printed. */
final class FollowingProgram implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final Process process;
    private final Path out;

    private FollowingProgram(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /** @param every such as {@code PT1H} */
    static FollowingProgram start(Launcher launcher, ConfigurationFolder folder, String every) {
        Path out = folder.path().resolveSibling("followed");
        return new FollowingProgram(
                launcher.start(out, "run", folder.path().toString(), "--follow", "--every", every, "--json"), out);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It does not happen");
            pause(Duration.ofMillis(50));
        }
    }

    /** Waits until it has printed nothing for a while. */
    void awaitSilence() {
        String before = output();
        pause(SILENCE);
        while (!output().equals(before)) {
            before = output();
            pause(SILENCE);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interruption);
        }
    }

    /** The lines that it has printed to their ends. */
    String output() {
        try {
            String text = Files.readString(out);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    List<JsonNode> lines() {
        return output().lines().filter(line -> line.startsWith("{")).map(JSON::readTree).toList();
    }

    /** What it tells besides steps. */
    List<JsonNode> events(String beginning) {
        return lines().stream().filter(line -> line.path("event").asString("").startsWith(beginning)).toList();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("The program does not end when it is told to");
        }
    }
}
