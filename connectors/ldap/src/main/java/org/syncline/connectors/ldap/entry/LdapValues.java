package org.syncline.connectors.ldap.entry;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.util.StaticUtils;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * Values of one attribute, from and to the bytes of the directory (RFC 4517). The library would keep each text it is asked for, which
 * an embedded directory pays with its heap.
 */
public final class LdapValues {
    /** As RFC 4517 wants it sent; what it allows besides is understood too. */
    private static final DateTimeFormatter GENERALIZED_TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("MMddHHmm[ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HHmm", "Z")
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter(Locale.ROOT);

    private final AttributeType type;
    private final boolean namesByKey;
    private final boolean isActiveDirectoryPassword;
    private final boolean isFileTime;
    private final String column;
    private final DateTimeFormatter format;

    public LdapValues(AttributeType type, AttributeSettings settings) {
        this.type = type;
        this.namesByKey = settings.referenceBy() != null && !settings.referenceBy().equals(ObjectType.DN);
        this.isActiveDirectoryPassword = settings.column().equalsIgnoreCase("unicodePwd");
        this.column = settings.column();
        this.isFileTime = type == AttributeType.DATE && settings.format() == null && FileTime.isOf(column);
        this.format = settings.format() == null
                ? null
                : DateTimeFormatter.ofPattern(settings.format(), Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if it is not of the declared type; the message completes "its value ..."
     */
    public Value read(ASN1OctetString raw) {
        if (type == AttributeType.BINARY) {
            return new BinaryValue(raw.getValue());
        }
        if (!StaticUtils.isValidUTF8(raw.getValue())) {
            throw new IllegalArgumentException("is no UTF-8 text; declare it as binary");
        }
        String text = new String(raw.getValue(), StandardCharsets.UTF_8);
        return switch (type) {
            case STRING -> new TextValue(text);
            case INTEGER -> new IntegerValue(integer(text));
            case BOOLEAN -> BooleanValue.of(truth(text));
            case DATE -> new DateValue(isFileTime ? FileTime.date(integer(text)) : date(text));
            case REFERENCE -> namesByKey ? ReferenceValue.toKey(text) : ReferenceValue.toDn(text);
            case BINARY -> throw new AssertionError("read above");
        };
    }

    private static long integer(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("'" + text + "' is no whole number of 64 bits", malformed);
        }
    }

    private static boolean truth(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither TRUE nor FALSE");
        };
    }

    private Instant date(String text) {
        return format == null ? generalizedTime(text) : formatted(text);
    }

    /**
     * Whether a value stands for none.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public boolean isNone(ASN1OctetString raw) {
        return isFileTime && FileTime.isNone(integer(raw.stringValue()));
    }

    /** What is sent in the place of a value that shall be none; null where nothing is. */
    public ASN1OctetString none() {
        return isFileTime ? new ASN1OctetString(Long.toString(FileTime.none(column))) : null;
    }

    private static Instant generalizedTime(String text) {
        try {
            return GENERALIZED_TIME.parse(text.replace(',', '.'), Instant::from);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("'" + text + "' is no date such as 20261231235959Z; declare its format",
                    malformed);
        }
    }

    private Instant formatted(String text) {
        try {
            TemporalAccessor parsed = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (parsed) {
                case ZonedDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> ((LocalDate) parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
            };
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("'" + text + "' does not have the declared date format", malformed);
        }
    }

    private String text(Instant instant) {
        if (isFileTime) {
            return Long.toString(FileTime.steps(instant));
        }
        return (format == null ? GENERALIZED_TIME : format).format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Active Directory takes a password in quotes and in UTF-16 (MS-ADTS 3.1.1.3.1.5). */
    private ASN1OctetString text(String text) {
        return isActiveDirectoryPassword
                ? new ASN1OctetString(('"' + text + '"').getBytes(StandardCharsets.UTF_16LE))
                : new ASN1OctetString(text);
    }

    /** What is sent for one value. */
    public ASN1OctetString write(Value value) {
        return switch (value) {
            case BinaryValue binary -> new ASN1OctetString(binary.bytes());
            case BooleanValue truth -> new ASN1OctetString(truth.isTrue() ? "TRUE" : "FALSE");
            case DateValue date ->
                    new ASN1OctetString(text(date.instant()));
            case TextValue text -> text(text.text());
            case IntegerValue integer -> new ASN1OctetString(integer.text());
            case ReferenceValue reference -> new ASN1OctetString(reference.key());
            case GeneratedSecret secret -> throw new IllegalArgumentException("A secret is made up before it is sent");
        };
    }
}
