package org.syncline.dsl.expression;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The present day in the configured zone, moved by whatever the calendar knows. */
final class ClockDay extends ClockTerm {
    static final ClockDay TODAY = new ClockDay((date, evaluation) -> date);

    private final Movement movement;

    private ClockDay(Movement movement) {
        this.movement = movement;
    }

    @Override
    Instant present(Evaluation evaluation) {
        return on(today(evaluation), evaluation);
    }

    private static LocalDate today(Evaluation evaluation) {
        return evaluation.now().atZone(evaluation.zone()).toLocalDate();
    }

    private Instant on(LocalDate day, Evaluation evaluation) {
        return movement.apply(day.atStartOfDay(ZoneOffset.UTC).toInstant(), evaluation);
    }

    /** Guesses the day from the distance; months of different lengths put it some days out. */
    @Override
    Instant reaching(Instant date, Evaluation evaluation) {
        try {
            LocalDate day = today(evaluation).plusDays(Duration.between(present(evaluation), date).toDays());
            while (!on(day, evaluation).isBefore(date)) {
                day = day.minusDays(1);
            }
            while (on(day, evaluation).isBefore(date)) {
                day = day.plusDays(1);
            }
            return day.atStartOfDay(evaluation.zone()).toInstant();
        } catch (EvaluationException beyondTheCalendar) {
            return null;
        }
    }

    @Override
    ClockDay moved(Movement further, boolean fixed) {
        return new ClockDay((date, evaluation) -> {
            Instant moved = movement.apply(date, evaluation);
            return moved == null ? null : further.apply(moved, evaluation);
        });
    }
}
