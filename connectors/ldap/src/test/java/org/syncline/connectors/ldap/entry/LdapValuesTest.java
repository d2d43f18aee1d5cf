package org.syncline.connectors.ldap.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.asn1.ASN1OctetString;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.ReferenceValue;

class LdapValuesTest {

    @ParameterizedTest
    @CsvSource({
            "20261231235959Z, 2026-12-31T23:59:59Z", "20261231235959.0Z, 2026-12-31T23:59:59Z",
            "20261231235959.123Z, 2026-12-31T23:59:59.123Z", "'20261231235959,5Z', 2026-12-31T23:59:59.500Z",
            "202612312359Z, 2026-12-31T23:59:00Z", "20261231235959+0100, 2026-12-31T22:59:59Z",
            "00010101000000Z, 0001-01-01T00:00:00Z"
    })
    void readsGeneralizedTime(String text, Instant instant) {
        assertEquals(new DateValue(instant), values(AttributeType.DATE, null).read(new ASN1OctetString(text)));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T23:59:59Z, 20261231235959Z", "2026-12-31T23:59:59.120Z, 20261231235959.12Z"})
    void writesGeneralizedTime(Instant instant, String text) {
        assertEquals(text, values(AttributeType.DATE, null).write(new DateValue(instant)).stringValue());
    }

    @ParameterizedTest
    @CsvSource({
            "dd.MM.uuuu, 31.12.2026, 2026-12-31T00:00:00Z", "uuuu-MM-dd HH:mm, 2026-12-31 08:30, 2026-12-31T08:30:00Z"
    })
    void readsAndWritesADeclaredDateFormat(String format, String text, Instant instant) {
        assertEquals(new DateValue(instant), values(AttributeType.DATE, format).read(new ASN1OctetString(text)));
        assertEquals(text, values(AttributeType.DATE, format).write(new DateValue(instant)).stringValue());
    }

    @ParameterizedTest
    @CsvSource({
            "132539328000000000, 2021-01-01T00:00:00Z", "132539328000000001, 2021-01-01T00:00:00.000000100Z",
            "1, 1601-01-01T00:00:00.000000100Z", "2650467743999999999, 9999-12-31T23:59:59.999999900Z"
    })
    void readsAndWritesTheDatesOfActiveDirectory(String text, Instant instant) {
        LdapValues values = column("pwdLastSet");
        assertFalse(values.isNone(new ASN1OctetString(text)));
        assertEquals(new DateValue(instant), values.read(new ASN1OctetString(text)));
        assertEquals(text, values.write(new DateValue(instant)).stringValue());
    }

    @ParameterizedTest
    @CsvSource({"accountExpires, 9223372036854775807", "lockoutTime, 0", "PWDLASTSET, 0"})
    void twoNumbersOfActiveDirectoryStandForNoDate(String column, String written) {
        LdapValues values = column(column);
        assertTrue(values.isNone(new ASN1OctetString("0")));
        assertTrue(values.isNone(new ASN1OctetString("9223372036854775807")));
        assertEquals(written, values.none().stringValue());
    }

    @Test
    void noOtherAttributeHasNumbersThatStandForNone() {
        assertFalse(column("modifyTimestamp").isNone(new ASN1OctetString("0")));
        assertNull(column("modifyTimestamp").none());
    }

    private static LdapValues column(String name) {
        return new LdapValues(AttributeType.DATE, new AttributeSettings("a", name, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"TRUE, TRUE", "true, TRUE", "FALSE, FALSE"})
    void readsBooleans(String text, BooleanValue truth) {
        assertEquals(truth, values(AttributeType.BOOLEAN, null).read(new ASN1OctetString(text)));
    }

    @ParameterizedTest
    @CsvSource({
            "INTEGER, 12a, is no whole number", "INTEGER, 9223372036854775808, is no whole number",
            "BOOLEAN, yes, is neither TRUE nor FALSE", "DATE, yesterday, is no date",
            "DATE, 20261331000000Z, is no date"
    })
    void refusesWhatIsNotOfTheDeclaredType(AttributeType type, String text, String problem) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> values(type, null).read(new ASN1OctetString(text)));
        assertTrue(refusal.getMessage().contains("'" + text + "' " + problem), refusal.getMessage());
    }

    @Test
    void refusesTextThatIsNone() {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe};
        assertThrows(IllegalArgumentException.class,
                () -> values(AttributeType.STRING, null).read(new ASN1OctetString(bytes)));
    }

    @Test
    void aReferenceIsADistinguishedNameUnlessItIsSaidToHoldSomethingElse() {
        ASN1OctetString raw = new ASN1OctetString("ann");
        LdapValues byUid =
                new LdapValues(AttributeType.REFERENCE, new AttributeSettings("m", "memberUid", null, "p", "uid"));
        assertEquals(ReferenceValue.Form.KEY, ((ReferenceValue) byUid.read(raw)).form());
        assertEquals(ReferenceValue.Form.DN, ((ReferenceValue) values(AttributeType.REFERENCE, null).read(raw)).form());
    }

    @Test
    void aMarkerForASecretIsNeverSent() {
        assertThrows(IllegalArgumentException.class,
                () -> values(AttributeType.STRING, null).write(new GeneratedSecret(12)));
    }

    private static LdapValues values(AttributeType type, String format) {
        return new LdapValues(type, new AttributeSettings("a", "a", format, null, null));
    }
}
