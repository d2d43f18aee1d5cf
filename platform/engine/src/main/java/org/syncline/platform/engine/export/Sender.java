package org.syncline.platform.engine.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

/** Sends operations, and those again that the system was too busy for: bounded, waiting longer each time. */
final class Sender {
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Connector connector;

    Sender(Connector connector) {
        this.connector = connector;
    }

    List<ExportResult> send(List<ExportOperation> operations) {
        List<ExportResult> results = new ArrayList<>(connector.export(operations));
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            List<Integer> again = retryable(results);
            if (again.isEmpty() || !sleep(longest(wait, results, again))) {
                return results;
            }
            List<ExportResult> retried =
                    connector.export(again.stream().map(operations::get).toList());
            for (int at = 0; at < again.size(); at++) {
                results.set(again.get(at), retried.get(at));
            }
            wait = wait.multipliedBy(4);
        }
        return results;
    }

    private static List<Integer> retryable(List<ExportResult> results) {
        List<Integer> again = new ArrayList<>();
        for (int at = 0; at < results.size(); at++) {
            if (results.get(at) instanceof ExportResult.Rejected rejected && rejected.code().isRetryable()) {
                again.add(at);
            }
        }
        return again;
    }

    private static Duration longest(Duration wait, List<ExportResult> results, List<Integer> again) {
        Duration longest = wait;
        for (int at : again) {
            Duration asked = ((ExportResult.Rejected) results.get(at)).retryAfter();
            longest = asked != null && asked.compareTo(longest) > 0 ? asked : longest;
        }
        return longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
    }

    private static boolean sleep(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
