package org.syncline.dsl.expression;

import static org.syncline.dsl.expression.Parameter.choice;
import static org.syncline.dsl.expression.Parameter.each;
import static org.syncline.dsl.expression.Parameter.one;
import static org.syncline.schema.identity.AttributeType.DATE;
import static org.syncline.schema.identity.AttributeType.INTEGER;
import static org.syncline.schema.identity.AttributeType.STRING;

import java.time.Instant;
import java.util.List;
import org.syncline.dsl.expression.Function.Group;
import org.syncline.dsl.expression.Function.Origin;
import org.syncline.schema.identity.TextValue;

/** The functions that make, move and write dates. */
final class DateFunctions {
    private static final String A_DATE = "a date such as 2026-01-31";

    private DateFunctions() {}

    static List<Function> functions() {
        return List.of(read(), add(), format(), formatText(), fromNumber(), toNumber());
    }

    private static Function read() {
        return declare("CDate", "Reads a date from a text.")
                .takes(each("text", STRING,
                        "a date, with a time of day or not, with a zone or not: 2026-01-31, 2026-01-31T18:00:00Z,"
                                + " 2026-01-31 6:00 PM -8, 1/31/2026 (month first) or 20260131180000.0Z")
                        .or(DATE))
                .gives("A date in UTC; nothing for nothing.")
                .fails("when the text is no date")
                .example("CDate(\"2013-01-10 4:00 PM -8\")", "2013-01-11T00:00:00Z")
                .example("CDate(\"12/25/2007\")", "2007-12-25T00:00:00Z")
                .example("CDate(\"20140905081453.0Z\")", "2014-09-05T08:14:53Z")
                .as(ConversionFunctions.converting(
                        Shape.DATE,
                        value -> value.type() == DATE
                                ? value
                                : ConversionFunctions.read(value, Shape.DATE, A_DATE)));
    }

    private static Function add() {
        return declare("DateAdd", "Moves a date.")
                .takes(
                        choice("interval",
                                "yyyy year, q quarter, m month, ww week, d, w or y day, h hour, n minute, s second",
                                DateInterval.WORDS).needed(),
                        one("number", INTEGER, "how many intervals; negative into the past"),
                        each("date", DATE, "the date"))
                .gives("A date; a day that the month has not becomes its last; nothing for nothing.")
                .fails("when the result is not within the years 1 to 9999")
                .example("DateAdd(\"m\", 3, CDate(\"2001-01-01\"))", "2001-04-01T00:00:00Z")
                .example("DateAdd(\"m\", 1, CDate(\"2001-01-31\"))", "2001-02-28T00:00:00Z")
                .example("DateAdd(\"h\", -1, CDate(\"2001-01-01\"))", "2000-12-31T23:00:00Z")
                .as(DateFunctions::bindAdd);
    }

    private static Term bindAdd(Arguments arguments) {
        DateInterval interval = DateInterval.of(arguments.constantText(0));
        Term number = arguments.get(1);
        Term date = arguments.get(2);
        ClockTerm.Movement movement = (start, evaluation) -> {
            long count = number.integer(evaluation);
            return start == null || count == Term.ABSENT ? null : interval.after(start, count);
        };
        return date instanceof ClockTerm clock
                ? clock.moved(movement, interval.isFixed())
                : DateBody.term(evaluation -> movement.apply(date.date(evaluation), evaluation));
    }

    private static Function format() {
        return declare("FormatDateTime", "Writes a date as text.")
                .takes(
                        each("date", DATE, "the date"),
                        one("format", STRING, "a format string of .NET, such as yyyy-MM-dd; always in UTC and English"))
                .gives("A text; nothing for nothing.")
                .fails("when the format is none; as text it is checked when the rules are read")
                .example("FormatDateTime(CDate(\"12/25/2007\"), \"yyyy-MM-dd\")", "2007-12-25")
                .example("FormatDateTime(DateFromNum(129699324000000000), \"yyyyMMddHHmmss.0Z\")", "20120101230000.0Z")
                .as(arguments -> bindFormat(arguments, arguments.get(0)::date));
    }

    private static Function formatText() {
        return declare("DateTimeFormat", "Writes a date, which is given as text, in another form.")
                .takes(
                        each("text", STRING, "a date as CDate reads it"),
                        one("format", STRING, "a format string of .NET, such as yyyy-MM-dd; always in UTC and English"))
                .gives("A text; nothing for nothing.")
                .fails("when the text is no date or the format is none; as text it is checked when the rules are read")
                .from(Origin.MIM)
                .example("DateTimeFormat(\"12/25/2007\", \"yyyy-MM-dd\")", "2007-12-25")
                .as(arguments -> {
                    Term text = arguments.get(0);
                    return bindFormat(arguments, evaluation -> moment(text.text(evaluation)));
                });
    }

    private static Instant moment(String text) {
        return text == null ? null : Reading.date(ConversionFunctions.read(new TextValue(text), Shape.DATE, A_DATE));
    }

    private static Term bindFormat(Arguments arguments, java.util.function.Function<Evaluation, Instant> date) {
        CheckedConstant<DatePattern> pattern = CheckedConstant.of(arguments, 1, DatePattern::of);
        return TextBody.term(evaluation -> {
            Instant moment = date.apply(evaluation);
            DatePattern known = pattern.value(evaluation);
            return moment == null || known == null ? null : known.format(moment);
        });
    }

    private static Function fromNumber() {
        return declare("DateFromNum", "Makes a date of a large integer of Active Directory.")
                .takes(each("number", INTEGER, "steps of 100 nanoseconds since 1601"))
                .gives("A date; nothing for nothing.")
                .fails("when the number is negative or lies after the year 9999, such as 9223372036854775807, which means never")
                .example("DateFromNum(129699324000000000)", "2012-01-01T23:00:00Z")
                .as(arguments -> {
                    Term number = arguments.get(0);
                    return DateBody.term(evaluation -> {
                        long steps = number.integer(evaluation);
                        return steps == Term.ABSENT ? null : FileTime.date(steps);
                    });
                });
    }

    private static Function toNumber() {
        return declare("NumFromDate", "Makes a large integer of Active Directory of a date.")
                .takes(each("date", DATE, "the date"))
                .gives("A whole number; nothing for nothing.")
                .example("NumFromDate(CDate(\"2012-01-01 23:00:00\"))", "129699324000000000")
                .as(arguments -> {
                    Term date = arguments.get(0);
                    return NumberBody.term(evaluation -> {
                        Instant moment = date.date(evaluation);
                        return moment == null ? Term.ABSENT : FileTime.steps(moment);
                    });
                });
    }

    private static Declaration declare(String name, String purpose) {
        return new Declaration(Group.DATES, name, purpose);
    }
}
