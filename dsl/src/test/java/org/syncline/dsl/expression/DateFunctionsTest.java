package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFunctionsTest {
    private final Evaluating evaluating = Evaluating.expressions().with("start", "2026-01-31");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            Now() => 2026-03-04T05:06:07Z
            Today() => 2026-03-04T00:00:00Z
            FromNow("-PT12H") => 2026-03-03T17:06:07Z
            FromNow("P1MT1H") => 2026-04-04T06:06:07Z
            FromToday("P14D") => 2026-03-18T00:00:00Z
            FromToday("-P1Y") => 2025-03-04T00:00:00Z
            FromToday([start]) => error: '2026-01-31' is not a duration such as P14D or -PT12H
            CDate("2026-01-31") => 2026-01-31T00:00:00Z
            CDate("2026-1-3 4:05") => 2026-01-03T04:05:00Z
            CDate("2026-01-31T18:00:00.25+02:00") => 2026-01-31T16:00:00.250Z
            CDate("1/31/2026 12:30 AM") => 2026-01-31T00:30:00Z
            CDate("1/31/2026 12:30 pm") => 2026-01-31T12:30:00Z
            CDate("20260131180000Z") => 2026-01-31T18:00:00Z
            CDate("20260131") => 2026-01-31T00:00:00Z
            CDate("2026-02-29") => error: '2026-02-29' is not a date such as 2026-01-31
            CDate("2026-01-31 13:00 PM") => error: '2026-01-31 13:00 PM' is not a date such as 2026-01-31
            CDate("31.01.2026") => error: '31.01.2026' is not a date such as 2026-01-31
            CDate("") => error: '' is not a date such as 2026-01-31
            CDate([absent]) => NULL
            CDate([start]) = CDate("1/31/2026") => True
            DateAdd("yyyy", 1, CDate("2024-02-29")) => 2025-02-28T00:00:00Z
            DateAdd("q", 1, CDate([start])) => 2026-04-30T00:00:00Z
            DateAdd("m", -2, CDate([start])) => 2025-11-30T00:00:00Z
            DateAdd("ww", 1, CDate([start])) => 2026-02-07T00:00:00Z
            DateAdd("w", 1, CDate([start])) => 2026-02-01T00:00:00Z
            DateAdd("y", 1, CDate([start])) => 2026-02-01T00:00:00Z
            DateAdd("d", -31, CDate([start])) => 2025-12-31T00:00:00Z
            DateAdd("h", 25, CDate([start])) => 2026-02-01T01:00:00Z
            DateAdd("n", 90, CDate([start])) => 2026-01-31T01:30:00Z
            DateAdd("s", -1, CDate([start])) => 2026-01-30T23:59:59Z
            DateAdd("d", 1, CDate([absent])) => NULL
            DateAdd("yyyy", 9999999, CDate([start])) => error: The date 2026-01-31T00:00:00Z cannot be moved so far: only years from 1 to 9999 are known
            FormatDateTime(CDate("2026-01-05 15:04:09"), "d/M/yy h:m:s tt") => 5/1/26 3:4:9 PM
            FormatDateTime(CDate("2026-01-05 00:04:09"), "dd.MM.yyyy hh:mm") => 05.01.2026 12:04
            FormatDateTime(CDate("2026-01-05"), "ddd, dd MMM yyyy") => Mon, 05 Jan 2026
            FormatDateTime(CDate("2026-01-05"), "dddd MMMM") => Monday January
            FormatDateTime(CDate("2026-01-05"), "'day' d \\\\d %d") => day 5 d 5
            FormatDateTime(CDate("2026-01-05 01:02:03.0456789"), "ss.fffffff FFF") => 03.0456789 045
            FormatDateTime(CDate("2026-01-05"), "d") => 01/05/2026
            FormatDateTime(CDate("2026-01-05"), "s") => 2026-01-05T00:00:00
            FormatDateTime(CDate("2026-01-05"), "R") => Mon, 05 Jan 2026 00:00:00 GMT
            FormatDateTime(CDate("2026-01-05"), "o") => 2026-01-05T00:00:00.0000000Z
            FormatDateTime(CDate("2026-01-05"), "yyyyMMddHHmmss.0Z") => 20260105000000.0Z
            FormatDateTime(CDate("2026-01-05"), "zzz") => +00:00
            FormatDateTime([absent], "yyyy") => NULL
            DateFromNum(0) => 1601-01-01T00:00:00Z
            DateFromNum(9223372036854775807) => error: DateFromNum cannot make a date of 9223372036854775807; Active Directory writes 0 and 9223372036854775807 for never: ask for them first
            DateFromNum(-1) => error: DateFromNum cannot make a date of -1; Active Directory writes 0 and 9223372036854775807 for never: ask for them first
            DateFromNum([absent]) => NULL
            NumFromDate(DateFromNum(129699324000000001)) => 129699324000000001
            NumFromDate([absent]) => NULL
            """)
    void givesWhatTheReferenceSays(String expression, String result) {
        assertEquals(result, evaluating.result(expression));
    }

    @Test
    void todayIsTheDayOfTheConfiguredZone() throws ExpressionException {
        Evaluation late = Evaluation.at(
                new Present(Instant.parse("2026-03-04T23:30:00Z"), ZoneId.of("Europe/Berlin")));
        Expression today = ExpressionCompiler.compile("Today()", Scope.byName(Map.of()));
        assertEquals("2026-03-05T00:00:00Z", Evaluating.written(today.evaluate(late)));
    }
}
