package org.syncline.connectors.script.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a program writes on standard error: goes to the log, and its last lines are kept for when it dies. */
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int KEPT = 10;
    private static final int MOST_LOGGED = 1000;
    private static final int LONGEST = 1000;

    private final String connector;
    private final UnaryOperator<String> masking;
    private final Deque<String> last = new ArrayDeque<>();
    private final Thread reader;
    private int logged;

    /** @param masking takes secrets out of a line */
    LastWords(InputStream stream, String connector, UnaryOperator<String> masking) {
        this.connector = connector;
        this.masking = masking;
        this.reader = Thread.ofPlatform().daemon().name("errors of " + connector).start(() -> read(stream));
    }

    private void read(InputStream stream) {
        try (Reader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int character = text.read(); character >= 0; character = text.read()) {
                if (character == '\n') {
                    say(line);
                } else if (line.length() < LONGEST) {
                    line.append((char) character);
                }
            }
            say(line);
        } catch (IOException closed) {
            // the program is gone
        }
    }

    private void say(StringBuilder line) {
        String said = masking.apply(line.toString().strip());
        line.setLength(0);
        if (!said.isEmpty()) {
            keep(said);
            log(said);
        }
    }

    private synchronized void keep(String said) {
        last.addLast(said);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    private void log(String said) {
        if (logged < MOST_LOGGED) {
            LOG.info("{}: {}", connector, said);
        } else if (logged == MOST_LOGGED) {
            LOG.warn("{}: wrote {} lines on standard error; no more of them are logged", connector, MOST_LOGGED);
        }
        logged = Math.min(logged + 1, MOST_LOGGED + 1);
    }

    /** The last lines of a program that has ended. */
    List<String> lines() throws InterruptedException {
        reader.join(1000);
        synchronized (this) {
            return List.copyOf(last);
        }
    }
}
