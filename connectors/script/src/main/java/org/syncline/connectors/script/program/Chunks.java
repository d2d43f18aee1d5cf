package org.syncline.connectors.script.program;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What a program writes, read by a thread of its own so that one can stop to wait. It reads ahead a little and then no more: a program
 * that writes faster than its lines are taken waits in its own writing.
 */
final class Chunks implements AutoCloseable {
    private static final int AHEAD = 4;
    private static final int SIZE = 64 * 1024;
    private static final byte[] END = {};

    private final InputStream stream;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;
    private boolean ended;

    Chunks(InputStream stream, String name) {
        this.stream = stream;
        this.reader = Thread.ofPlatform().daemon().name(name).start(this::read);
    }

    private void read() {
        try {
            byte[] buffer = new byte[SIZE];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                chunks.put(Arrays.copyOf(buffer, read));
            }
        } catch (IOException broken) {
            // as good as the end: whoever waits learns from the exit code why
        } catch (InterruptedException closed) {
            return;
        }
        try {
            chunks.put(END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something was written that nobody took. */
    boolean isPending() {
        return !chunks.isEmpty() && chunks.peek() != END;
    }

    /** Whether everything was taken, and nothing can come any more. */
    boolean hasEnded() {
        return ended || chunks.peek() == END;
    }

    /**
     * The next bytes.
     *
     * @return empty at the end; null if nothing came in time
     */
    byte[] next(Duration patience) throws InterruptedException {
        if (ended) {
            return END;
        }
        byte[] chunk = chunks.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        ended = chunk == END;
        return chunk;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
