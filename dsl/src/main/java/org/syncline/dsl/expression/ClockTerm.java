package org.syncline.dsl.expression;

import java.time.Instant;

/** A date counted from the present time, of which can be told when it reaches another date. */
abstract class ClockTerm implements DateTerm {

    /** Moves a date; the result is null for nothing, and never gets earlier when the date gets later. */
    @FunctionalInterface
    interface Movement {
        Instant apply(Instant date, Evaluation evaluation);
    }

    /** The date; null for nothing. */
    abstract Instant present(Evaluation evaluation);

    /** When it is no longer before a date; asked only while the present date is known. */
    abstract Instant reaching(Instant date, Evaluation evaluation);

    /** This date, moved further; {@code fixed} is a movement by the same time whatever the date. */
    abstract Term moved(Movement further, boolean fixed);

    /** Read by anything but a comparison: nobody can tell when the result changes. */
    @Override
    public final Instant date(Evaluation evaluation) {
        evaluation.present().changesAtMidnight();
        return present(evaluation);
    }

    /** How it compares with another date; notes when the answer changes. */
    final boolean compares(Comparison comparison, Instant other, Evaluation evaluation) {
        Instant date = other == null ? null : present(evaluation);
        if (date == null) {
            return false;
        }
        if (comparison.changesWhenReached()) {
            evaluation.present().changesAt(reaching(other, evaluation));
        }
        if (comparison.changesWhenPassed()) {
            evaluation.present().changesAt(reaching(other.plusNanos(1), evaluation));
        }
        return comparison.holds(date.compareTo(other));
    }
}
