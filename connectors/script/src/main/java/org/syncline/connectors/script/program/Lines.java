package org.syncline.connectors.script.program;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

/** The lines of an answer. */
final class Lines {
    private final Chunks chunks;
    private final int limit;
    private byte[] chunk = {};
    private int at;
    private long number;
    private long waited;

    /** @param limit bytes of the longest line */
    Lines(Chunks chunks, int limit) {
        this.chunks = chunks;
        this.limit = limit;
    }

    /** A new answer begins: lines and time are counted anew. */
    void begin() {
        number = 0;
        waited = 0;
    }

    /** The number of the last line, counted from 1. */
    long number() {
        return number;
    }

    /** Whether something was written that nobody asked for. */
    boolean isPending() {
        return at < chunk.length || chunks.isPending();
    }

    /** Whether nothing can come any more. */
    boolean hasEnded() {
        return at == chunk.length && chunks.hasEnded();
    }

    /**
     * The next line.
     *
     * @param silence how long to wait at most for anything to come
     * @param whole how long to wait at most since the answer began
     * @return null at the end of the output
     * @throws Broken if it does not come in time, is too long or does not end
     */
    byte[] next(Duration silence, Duration whole) throws InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (at == chunk.length && !fill(silence, whole)) {
                if (line.size() > 0) {
                    throw Broken.byEnd("its output ended in the middle of line " + (number + 1));
                }
                return null;
            }
            int from = at;
            while (at < chunk.length && chunk[at] != '\n') {
                at++;
            }
            line.write(chunk, from, at - from);
            if (line.size() > limit) {
                throw new Broken("line " + (number + 1) + " is longer than " + limit
                        + " bytes. Write shorter lines, or raise the setting 'line-limit'");
            }
            if (at < chunk.length) {
                at++;
                number++;
                return line.toByteArray();
            }
        }
    }

    private boolean fill(Duration silence, Duration whole) throws InterruptedException {
        Duration left = whole.minusNanos(waited);
        long began = System.nanoTime();
        chunk = chunks.next(left.compareTo(silence) < 0 ? left : silence);
        waited += System.nanoTime() - began;
        at = 0;
        if (chunk == null) {
            chunk = new byte[0];
            throw new Broken(left.compareTo(silence) < 0
                    ? "the answer was not complete after " + whole
                    : "it said nothing for " + silence + " after line " + number);
        }
        return chunk.length > 0;
    }
}
