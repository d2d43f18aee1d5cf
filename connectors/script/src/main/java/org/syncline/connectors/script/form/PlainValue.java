package org.syncline.connectors.script.form;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import org.syncline.connectors.spi.DateForm;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** One value in its plain form. */
final class PlainValue {
    private PlainValue() {}

    /** What a value of a type must look like, for messages. */
    static String expected(AttributeType type) {
        return switch (type) {
            case STRING -> "a text";
            case INTEGER -> "a whole number such as 42";
            case BOOLEAN -> "true or false";
            case BINARY -> "Base64";
            case DATE -> DateForm.ISO.expected();
            case REFERENCE -> "a text that names the target";
        };
    }

    /**
     * The value that a plain form stands for.
     *
     * @param byName whether references name their target by DN
     * @return null if it is not as {@link #expected}
     */
    static Value read(AttributeType type, Object plain, boolean byName) {
        return switch (type) {
            case STRING -> plain instanceof CharSequence text ? new TextValue(text.toString()) : null;
            case INTEGER -> integer(plain);
            case BOOLEAN -> plain instanceof Boolean truth ? BooleanValue.of(truth) : null;
            case BINARY -> binary(plain);
            case DATE -> date(plain);
            case REFERENCE -> plain instanceof CharSequence text && !text.isEmpty()
                    ? reference(text.toString(), byName)
                    : null;
        };
    }

    private static Value reference(String target, boolean byName) {
        return byName ? ReferenceValue.toDn(target) : ReferenceValue.toKey(target);
    }

    private static Value integer(Object plain) {
        return switch (plain) {
            case Integer number -> new IntegerValue(number);
            case Long number -> new IntegerValue(number);
            case BigInteger number when number.bitLength() < Long.SIZE -> new IntegerValue(number.longValue());
            case null, default -> null;
        };
    }

    private static Value binary(Object plain) {
        try {
            return switch (plain) {
                case byte[] bytes -> new BinaryValue(bytes);
                case CharSequence text -> new BinaryValue(Base64.getDecoder().decode(text.toString()));
                case null, default -> null;
            };
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static Value date(Object plain) {
        try {
            return switch (plain) {
                case CharSequence text -> new DateValue(instant(DateForm.ISO.formatter().parseBest(
                        text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
                case TemporalAccessor moment -> new DateValue(instant(moment));
                case null, default -> null;
            };
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** A date without a time is its midnight, a time without a zone is UTC. */
    private static Instant instant(TemporalAccessor moment) {
        return switch (moment) {
            case Instant instant -> instant;
            case OffsetDateTime exact -> exact.toInstant();
            case ZonedDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
        };
    }

    /** A text, a {@link Long}, a {@link Boolean}, an {@link Instant} or bytes. */
    static Object write(Value value) {
        return switch (value) {
            case IntegerValue number -> number.number();
            case BooleanValue truth -> truth.isTrue();
            case DateValue date -> date.instant();
            case BinaryValue binary -> binary.bytes();
            default -> value.text();
        };
    }
}
