package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.Batch.Segment;

/** Cuts a step into batches: adds and updates first, deletions and filterings last, then whoever depends on them. */
final class Batches {
    static final int PASSES = 10;

    private final Store store;
    private final String connector;
    private final boolean full;
    /** Whether ends are judged anew that nothing else asks for: in a full synchronization, and when rules changed. */
    private final boolean judgesEnds;
    private final int size;
    private final Instant now;
    private final Deque<String> affected;
    private final ReadAhead ahead;
    private final RetryList retries;
    private final TreeSet<Long> deferred = new TreeSet<>();
    private final long evaluated;
    private long firstDeferred = Long.MAX_VALUE;
    private long reached;
    /** Marked identities that are left to the next step. */
    private final Set<Long> later = new HashSet<>();
    private Segment segment = Segment.CHANGES;
    private long after;
    private long afterDeleted;
    private int pass;

    /**
     * The batches of one step.
     *
     * @param affected object types of which all is evaluated because their rules changed; none in a full synchronization
     * @param evaluated the last object that a full synchronization need not evaluate again, unless something was imported for it
     */
    Batches(Store store, String connector, boolean full, int size, Instant now,
            List<String> affected, long evaluated, RetryList retries, ReadAhead ahead) {
        this.evaluated = evaluated;
        this.retries = retries;
        this.ahead = ahead;
        this.store = store;
        this.connector = connector;
        this.full = full;
        this.judgesEnds = full || !affected.isEmpty();
        this.size = size;
        this.now = now;
        this.affected = new ArrayDeque<>(affected);
    }

    /** Takes note of a page: what it leaves to the end, and what needs no other try. */
    void note(Page page) {
        defer(page.deferred());
        later.addAll(page.evaluations().later());
        later.removeAll(page.evaluations().inThisStep());
        retries.remove(page);
    }

    /** Leaves objects to the end. */
    void defer(Iterable<Long> objects) {
        for (long object : objects) {
            deferred.add(object);
            firstDeferred = Math.min(firstDeferred, object);
        }
    }

    /** Notes that a batch was written. */
    void written(Batch batch) {
        if (batch.segment() == Segment.CHANGES && batch.ids().getLast() > evaluated) {
            reached = batch.ids().getLast();
        }
    }

    /** The object up to which all were evaluated; what was left to the end was not. */
    long evaluated() {
        return Math.min(Math.max(reached, evaluated), firstDeferred - 1);
    }

    Optional<Batch> next() {
        while (true) {
            Batch batch = batch();
            if (!batch.ids().isEmpty()) {
                after = batch.ids().getLast();
                return Optional.of(batch);
            }
            if (segment == Segment.EVALUATIONS && ++pass < PASSES && !marked(0).isEmpty()) {
                after = 0;
            } else if (segment == Segment.ORPHANS) {
                return Optional.empty();
            } else {
                segment = Segment.values()[segment.ordinal() + 1];
                after = 0;
            }
        }
    }

    private Batch batch() {
        return segment == Segment.RETRIED_ACCOUNTS ? retries.takeAccounts(size) : Batch.of(segment, page());
    }

    private List<Long> page() {
        return switch (segment) {
            case CHANGES -> full ? all() : store.connectorSpace().pendingImports(connector, false, after, size);
            case OTHER_RULES -> ofOtherRules();
            case RETRIES -> retries.takeObjects(size);
            case RETRIED_ACCOUNTS -> List.of();
            case WOKEN_OBJECTS -> store.connectorSpace().due(connector, now, after, size);
            case BREAKS -> breaks();
            case WOKEN_IDENTITIES -> store.metaverse().due(now, after, size);
            case EVALUATIONS -> marked(after);
            case ENDINGS -> judgesEnds ? store.metaverse().ending(after, size) : List.of();
            case ORPHANS -> judgesEnds ? store.metaverse().orphans(after, size) : List.of();
        };
    }

    /** First what was imported for those that were evaluated before, then all others. */
    private List<Long> all() {
        if (after < evaluated) {
            List<Long> imported = store.connectorSpace().pendingImports(connector, false, after, size).stream()
                    .filter(id -> id <= evaluated)
                    .toList();
            if (!imported.isEmpty()) {
                return imported;
            }
            after = evaluated;
        }
        return ahead.ids(PageSource.all(connector), after);
    }

    private List<Long> ofOtherRules() {
        while (!affected.isEmpty()) {
            List<Long> page = ahead.ids(PageSource.ofType(connector, affected.peek()), after);
            if (!page.isEmpty()) {
                return page;
            }
            affected.poll();
            after = 0;
        }
        return List.of();
    }

    /** Deferred ones are gone from their list, so that what is still pending begins at the first. */
    private List<Long> breaks() {
        List<Long> filtered = drain();
        if (!filtered.isEmpty()) {
            return filtered;
        }
        List<Long> deleted = store.connectorSpace().pendingImports(connector, true, afterDeleted, size);
        afterDeleted = deleted.isEmpty() ? afterDeleted : deleted.getLast();
        return deleted;
    }

    private List<Long> marked(long from) {
        List<Long> page = store.metaverse().markedForEvaluation(from, size);
        while (!page.isEmpty()) {
            List<Long> now = page.stream().filter(id -> !later.contains(id)).toList();
            if (!now.isEmpty()) {
                return now;
            }
            page = store.metaverse().markedForEvaluation(page.getLast(), size);
        }
        return page;
    }

    private List<Long> drain() {
        List<Long> page = new ArrayList<>();
        while (page.size() < size && !deferred.isEmpty()) {
            page.add(deferred.pollFirst());
        }
        return page;
    }
}
