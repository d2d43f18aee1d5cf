package org.syncline.platform.engine.export;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.connectors.spi.ExportResult.Rejected;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** The refused changes of one connector: which wait and until when, which are sent no more. */
final class Refusals {
    private final String connector;
    private final ExportHistory history;
    private final Clock clock;
    private final Backoff backoff;
    private final Map<Long, Refusal> known = new ConcurrentHashMap<>();
    private final Set<Long> pending = ConcurrentHashMap.newKeySet();
    private final List<Refusal> waiting = new ArrayList<>();

    Refusals(String connector, ExportHistory history, Clock clock, Backoff backoff) {
        this.connector = connector;
        this.history = history;
        this.clock = clock;
        this.backoff = backoff;
        history.refusals(connector).forEach(refusal -> known.put(refusal.object(), refusal));
    }

    /** Whether this change is not to be sent now. */
    boolean postpones(ConnectorSpaceObject object) {
        Refusal refusal = known.get(object.id());
        if (refusal == null) {
            return false;
        }
        pending.add(object.id());
        boolean waits = refusal.postpones(ChangeHash.of(object), clock.instant());
        if (waits) {
            waiting.add(refusal);
        }
        return waits;
    }

    /** What to remember of a refusal. */
    Refusal note(ConnectorSpaceObject stillPending, String code, Rejected rejected) {
        ContentHash change = ChangeHash.of(stillPending);
        Refusal before = known.get(stillPending.id());
        int attempts = before != null && before.change().equals(change) ? before.attempts() + 1 : 1;
        Instant now = clock.instant();
        return new Refusal(connector, stillPending.id(), change, code, attempts, now,
                backoff.nextRun(rejected, attempts, now));
    }

    /** Writes what became of a page, within its transaction. */
    void write(List<Refusal> refused, List<Long> accepted) {
        List<Long> settled = accepted.stream().filter(known::containsKey).toList();
        if (!settled.isEmpty()) {
            history.forgetRefusals(settled);
            settled.forEach(known::remove);
        }
        if (!refused.isEmpty()) {
            history.keepRefusals(refused);
            refused.forEach(refusal -> {
                known.put(refusal.object(), refusal);
                pending.add(refusal.object());
            });
        }
    }

    /** Those whose object has nothing pending any more; only a whole export can tell. */
    List<Long> over() {
        return known.keySet().stream().filter(object -> !pending.contains(object)).toList();
    }

    /** What an administrator should know of those that were not sent; null for nothing. */
    String message(String folder) {
        List<Refusal> ended = waiting.stream().filter(refusal -> refusal.next() == null).toList();
        Optional<Instant> first =
                waiting.stream().map(Refusal::next).filter(Objects::nonNull).min(Instant::compareTo);
        List<String> parts = new ArrayList<>();
        first.ifPresent(next -> parts.add(refused(waiting.size() - ended.size())
                + " before and not yet sent again, the first is at " + next.truncatedTo(ChronoUnit.SECONDS) + "."));
        if (!ended.isEmpty()) {
            parts.add(refused(ended.size()) + " too often and not sent again until it changes. Mend the reason:"
                    + "\n  syncline show " + folder + " errors --connector " + connector
                    + "\nand ask for it:\n  syncline retry " + folder + " --connector " + connector);
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static String refused(int count) {
        return count == 1 ? "1 change was refused" : count + " changes were refused";
    }
}
