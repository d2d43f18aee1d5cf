package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;

/** The functions that read the clock. */
final class ClockFunctions {
    private static final String DURATION =
            "an ISO duration: P14D is two weeks later, -PT12H twelve hours earlier, P1M a month later";

    private ClockFunctions() {}

    static List<Function> functions() {
        return List.of(
                declare("Now", "The present time.")
                        .gives("A date with its time of day, in UTC.")
                        .example("Now() > CDate(\"2026-01-01\")", "True")
                        .as(arguments -> ClockMoment.NOW),
                declare("Today", "The present day in the configured zone.")
                        .gives("A date without a time of day: its midnight in UTC, as dates without a time are stored.")
                        .from(Origin.SYNCLINE)
                        .example("FormatDateTime(Today(), \"HH:mm\")", "00:00")
                        .as(arguments -> ClockDay.TODAY),
                declare("FromNow", "A moment counted from the present time.")
                        .takes(one("duration", STRING, DURATION))
                        .gives("A date; nothing for nothing.")
                        .fails("when the text is no duration; as text it is checked when the rules are read")
                        .from(Origin.SYNCLINE)
                        .example("FromNow(\"P14D\") > Now()", "True")
                        .as(arguments -> moved(arguments, ClockMoment.NOW)),
                declare("FromToday", "A day counted from the present day in the configured zone.")
                        .takes(one("duration", STRING, DURATION))
                        .gives("A date; nothing for nothing.")
                        .fails("when the text is no duration; as text it is checked when the rules are read")
                        .from(Origin.SYNCLINE)
                        .example("FromToday(\"P0D\") = Today()", "True")
                        .as(arguments -> moved(arguments, ClockDay.TODAY)));
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.DATES, name, purpose).readsClock();
    }

    private static Term moved(Arguments arguments, ClockTerm start) {
        CheckedConstant<CalendarDuration> duration = CheckedConstant.of(arguments, 0, CalendarDuration::of);
        return start.moved(
                (date, evaluation) -> {
                    CalendarDuration known = duration.value(evaluation);
                    return known == null ? null : known.after(date);
                },
                duration.constant().filter(CalendarDuration::isFixed).isPresent());
    }
}
