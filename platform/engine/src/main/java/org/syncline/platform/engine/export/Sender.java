package org.syncline.platform.engine.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

/** Sends operations, and those again that the system was too busy for: bounded, waiting longer each time. */
final class Sender {
    private final Connector connector;
    private final Waiting waiting;
    private final Backoff backoff;

    Sender(Connector connector, Waiting waiting) {
        this.connector = connector;
        this.waiting = waiting;
        this.backoff = new Backoff(waiting.chance());
    }

    List<ExportResult> send(List<ExportOperation> operations) {
        List<ExportResult> results = new ArrayList<>(connector.export(operations));
        List<Integer> again = retryable(results);
        for (int sends = 1; !again.isEmpty(); sends++) {
            Duration wait = backoff.withinStep(sends, longestAsked(results, again));
            if (wait == null || !waiting.pause().of(wait)) {
                return results;
            }
            List<ExportResult> retried =
                    connector.export(again.stream().map(operations::get).toList());
            for (int at = 0; at < again.size(); at++) {
                results.set(again.get(at), retried.get(at));
            }
            again = retryable(results);
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

    private static Duration longestAsked(List<ExportResult> results, List<Integer> again) {
        return again.stream()
                .map(at -> ((ExportResult.Rejected) results.get(at)).retryAfter())
                .filter(asked -> asked != null)
                .max(Duration::compareTo)
                .orElse(null);
    }
}
