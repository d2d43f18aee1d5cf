package org.syncline.dsl.expression;

import java.time.Duration;
import java.time.Instant;

/** The present time, moved by some fixed time. */
final class ClockMoment extends ClockTerm {
    static final ClockMoment NOW = new ClockMoment((date, evaluation) -> date);

    private final Movement movement;

    private ClockMoment(Movement movement) {
        this.movement = movement;
    }

    @Override
    Instant present(Evaluation evaluation) {
        return movement.apply(evaluation.now(), evaluation);
    }

    @Override
    Instant reaching(Instant date, Evaluation evaluation) {
        return date.plus(Duration.between(present(evaluation), evaluation.now()));
    }

    /** By calendar months the present time is moved in leaps: nobody could tell when it reaches a date. */
    @Override
    Term moved(Movement further, boolean fixed) {
        Movement both = (date, evaluation) -> {
            Instant moved = movement.apply(date, evaluation);
            return moved == null ? null : further.apply(moved, evaluation);
        };
        return fixed ? new ClockMoment(both) : DateBody.term(evaluation -> further.apply(date(evaluation), evaluation));
    }
}
