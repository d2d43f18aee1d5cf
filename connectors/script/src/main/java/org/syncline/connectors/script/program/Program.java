package org.syncline.connectors.script.program;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.syncline.connectors.spi.ConnectorException;

/** A running program. */
final class Program implements AutoCloseable {
    private static final Duration TIME_TO_GO = Duration.ofSeconds(5);

    private final ProgramSettings settings;
    private final Process process;
    private final Chunks output;
    private final LastWords errors;
    private Thread writer;

    private Program(ProgramSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.output = new Chunks(process.getInputStream(), "output of " + settings.connector());
        this.errors = new LastWords(process.getErrorStream(), settings.connector(), settings::masked);
    }

    /** @throws ConnectorException if it cannot be started */
    static Program start(ProgramSettings settings) {
        ProcessBuilder builder = new ProcessBuilder(settings.command()).directory(settings.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(settings.environment());
        try {
            return new Program(settings, builder.start());
        } catch (IOException refused) {
            throw new ConnectorException(ConnectorException.Code.NO_START_CONNECTION,
                    "Connector '" + settings.connector() + "': the program '" + settings.command().getFirst()
                            + "' cannot be started: " + refused.getMessage()
                            + ". Correct the setting 'command', or install it.",
                    refused);
        }
    }

    Chunks output() {
        return output;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Sends lines from a thread of its own, since a program may answer the first before it has read the last. That the program reads no
     * more shows in what it answers.
     */
    void send(Iterator<byte[]> lines) {
        writer = Thread.ofPlatform().daemon().name("input of " + settings.connector()).start(() -> {
            try {
                OutputStream input = process.getOutputStream();
                while (lines.hasNext()) {
                    input.write(lines.next());
                    input.write('\n');
                }
                input.flush();
            } catch (IOException readsNoMore) {
                // its answer tells, or its exit code
            }
        });
    }

    /** Whether all that was sent was read by the program, or stands in its pipe. */
    boolean hasTakenEverything() throws InterruptedException {
        writer.join(TIME_TO_GO);
        return !writer.isAlive();
    }

    /** How the program ended, and what it said last. */
    String end() throws InterruptedException {
        boolean ended = process.waitFor(TIME_TO_GO.toMillis(), TimeUnit.MILLISECONDS);
        kill();
        List<String> said = errors.lines();
        return (ended ? "exit code " + process.exitValue() : "it closed its output, but did not end")
                + (said.isEmpty()
                        ? "; it wrote nothing on standard error"
                        : "; the last it wrote on standard error:\n  " + String.join("\n  ", said));
    }

    /** Ends the program, and all that it has started, at once. */
    void kill() {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        tree.add(process.toHandle());
        tree.forEach(ProcessHandle::destroyForcibly);
        output.close();
    }

    /** Lets the program end by closing its input; kills it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor(TIME_TO_GO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException gone) {
            // killed below, if it is not
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
