package org.syncline.platform.engine.run;

import java.util.Optional;

/**
 * A step cut into pages. Pages pass {@link #next}, {@link #work} and {@link #record} in this order; where the step overlaps, each of
 * the three may run in a thread of its own. Late pages follow.
 *
 * @param <P> a page as it is read
 * @param <R> a page as it is to be recorded
 */
public interface PagedStep<P, R> extends AutoCloseable {

    /** The next page; empty when there are no more. */
    Optional<P> next();

    /**
     * The next page of which nobody could know before all others were recorded; empty when there are no more. These pages pass one
     * after the other, each recorded before the next is asked for.
     */
    default Optional<P> nextLate() {
        return Optional.empty();
    }

    /** What is done to a page without the store. */
    R work(P page);

    /** Writes what became of a page. */
    void record(R page);

    /** Ends a step of which every page was recorded. */
    StepEnd finish();

    /** Ends a step that broke off. What was recorded stays. */
    StepEnd fail(RuntimeException cause);

    /** Whether the next page may be read while this one is worked on or recorded. */
    boolean overlaps();

    /** What was counted so far, for progress. */
    Counters counters();

    @Override
    void close();
}
