package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What follows from one page: those whom it wakes are evaluated too, and whom they wake, as in a step, until nobody is left. */
final class Consequences {
    /** Identities that are evaluated in one pass; whoever else depends on what changed is left to the next synchronization. */
    private static final int MOST = 500;

    private final Synchronizer synchronizer;
    private final Trace trace;
    private final Consumer<Page> sink;

    /** @param sink takes each page before the next is evaluated, which is to see it */
    Consequences(Synchronizer synchronizer, Trace trace, Consumer<Page> sink) {
        this.synchronizer = synchronizer;
        this.trace = trace;
        this.sink = sink;
    }

    /** The page and those that follow from it. */
    List<Page> of(Page first) {
        List<Page> pages = new ArrayList<>();
        Set<Long> woken = new TreeSet<>();
        take(first, pages, woken);
        while (!woken.isEmpty() && pages.size() <= Batches.PASSES) {
            List<Long> now = woken.stream().limit(MOST).toList();
            now.forEach(woken::remove);
            trace.note("evaluation", numbers(now), "Evaluated because of what changed.");
            take(synchronizer.synchronize(Batch.of(Batch.Segment.EVALUATIONS, now)), pages, woken);
        }
        if (!woken.isEmpty()) {
            trace.note("evaluation", numbers(woken.stream().limit(1).toList()), "This and " + (woken.size() - 1)
                    + " more depend on what changed, too; the next synchronization evaluates them.");
        }
        return pages;
    }

    private void take(Page page, List<Page> pages, Set<Long> woken) {
        sink.accept(page);
        pages.add(page);
        woken.addAll(page.evaluations().inThisStep());
    }

    private static String numbers(List<Long> identities) {
        return identities.stream().map(id -> "identity #" + id).collect(Collectors.joining(", "));
    }
}
