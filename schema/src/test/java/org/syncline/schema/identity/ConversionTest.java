package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {

    @ParameterizedTest
    @CsvSource({
            "INTEGER, 17, 17", "INTEGER, -17, -17", "BOOLEAN, TRUE, True", "BOOLEAN, false, False",
            "DATE, 2026-01-31, 2026-01-31T00:00:00Z",
            "DATE, 2026-01-31T10:00:00+01:00, 2026-01-31T09:00:00Z"})
    void readsTextThatMeansTheSame(AttributeType type, String text, String converted) {
        Value value = Conversion.to(type, new TextValue(text));
        assertEquals(type, value.type());
        assertEquals(converted, value.text());
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, 007", "INTEGER, +7", "INTEGER, 7.0", "INTEGER, 99999999999999999999", "BOOLEAN, yes",
            "DATE, 31.01.2026",
            "DATE, 2026-02-30", "BINARY, AAAA", "REFERENCE, cn=Ann"})
    void refusesTextThatWouldLoseSomething(AttributeType type, String text) {
        assertNull(Conversion.to(type, new TextValue(text)));
    }

    @Test
    void writesEverythingButBytesAsText() {
        assertEquals(new TextValue("17"), Conversion.to(AttributeType.STRING, new IntegerValue(17)));
        assertEquals(new TextValue("2026-01-31T00:00:00Z"),
                Conversion.to(AttributeType.STRING, new DateValue(Instant.parse("2026-01-31T00:00:00Z"))));
        assertNull(Conversion.to(AttributeType.STRING, new BinaryValue(new byte[]{1})));
    }

    @Test
    void leavesAValueOfTheTypeAlone() {
        Value reference = ReferenceValue.toDn("cn=Ann");
        assertSame(reference, Conversion.to(AttributeType.REFERENCE, reference));
    }
}
