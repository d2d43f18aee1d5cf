package org.syncline.platform.engine.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ExportResult.Code;
import org.syncline.connectors.spi.ExportResult.Rejected;

/**
 * Sends operations, and those again that the system was too busy for or that did not reach it: bounded, waiting longer each time. Where
 * an answer was lost nothing is sent again, since it may have been done. Once the system cannot be reached, nothing more is sent.
 */
final class Sender {
    private final Connector connector;
    private final Waiting waiting;
    private final Backoff backoff;
    private volatile Rejected unreachable;

    Sender(Connector connector, Waiting waiting) {
        this.connector = connector;
        this.waiting = waiting;
        this.backoff = new Backoff(waiting.chance());
    }

    /** Why the system could not be reached in the end; null if it could. */
    Rejected unreachable() {
        return unreachable;
    }

    List<ExportResult> send(List<ExportOperation> operations) {
        return unreachable == null
                ? sendPatiently(operations)
                : Collections.nCopies(operations.size(), unreachable);
    }

    private List<ExportResult> sendPatiently(List<ExportOperation> operations) {
        List<ExportResult> results = new ArrayList<>(connector.export(operations));
        List<Integer> again = retryable(results);
        for (int sends = 1; !again.isEmpty(); sends++) {
            Duration wait = backoff.withinStep(sends, longestAsked(results, again));
            if (wait == null || !waiting.pause().of(wait)) {
                unreachable = unreached(results);
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
            if (results.get(at) instanceof Rejected rejected && rejected.code().isRetryable()
                    && rejected.code() != Code.CONNECTION_LOST) {
                again.add(at);
            }
        }
        return again;
    }

    private static Rejected unreached(List<ExportResult> results) {
        return results.stream()
                .flatMap(result -> result instanceof Rejected rejected ? Stream.of(rejected) : Stream.empty())
                .filter(rejected -> rejected.code() == Code.UNREACHABLE)
                .findFirst()
                .orElse(null);
    }

    private static Duration longestAsked(List<ExportResult> results, List<Integer> again) {
        return again.stream()
                .map(at -> ((Rejected) results.get(at)).retryAfter())
                .filter(asked -> asked != null)
                .max(Duration::compareTo)
                .orElse(null);
    }
}
