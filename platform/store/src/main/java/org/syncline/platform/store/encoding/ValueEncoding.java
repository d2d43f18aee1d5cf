package org.syncline.platform.store.encoding;

import java.util.ArrayList;
import java.util.List;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Values, each behind a mark of its kind. */
final class ValueEncoding {
    private static final int TEXT = 1;
    private static final int INTEGER = 2;
    private static final int FALSE = 3;
    private static final int TRUE = 4;
    private static final int BINARY = 5;
    private static final int DATE = 6;
    private static final int KEY = 7;
    private static final int DN = 8;
    private static final int IDENTITY = 9;
    private static final int SECRET = 10;

    private ValueEncoding() {}

    static void write(List<Value> values, ByteWriter to) {
        to.number(values.size());
        values.forEach(value -> write(value, to));
    }

    static void write(Value value, ByteWriter to) {
        switch (value) {
            case TextValue text -> {
                to.octet(TEXT);
                to.text(text.text());
            }
            case IntegerValue integer -> {
                to.octet(INTEGER);
                to.signed(integer.number());
            }
            case BooleanValue truth -> to.octet(truth.isTrue() ? TRUE : FALSE);
            case BinaryValue binary -> {
                to.octet(BINARY);
                to.bytes(binary.bytes());
            }
            case DateValue date -> {
                to.octet(DATE);
                to.instant(date.instant());
            }
            case ReferenceValue reference -> write(reference, to);
            case GeneratedSecret secret -> {
                to.octet(SECRET);
                to.number(secret.length());
            }
        }
    }

    private static void write(ReferenceValue reference, ByteWriter to) {
        switch (reference.form()) {
            case KEY -> {
                to.octet(KEY);
                to.text(reference.key());
            }
            case DN -> {
                to.octet(DN);
                to.text(reference.key());
            }
            case IDENTITY -> {
                to.octet(IDENTITY);
                to.signed(reference.identity());
            }
        }
    }

    static List<Value> readAll(ByteReader from) {
        int count = from.count();
        List<Value> values = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            values.add(read(from));
        }
        return values;
    }

    static Value read(ByteReader from) {
        int kind = from.octet();
        return switch (kind) {
            case TEXT -> new TextValue(from.text());
            case INTEGER -> new IntegerValue(from.signed());
            case FALSE -> BooleanValue.FALSE;
            case TRUE -> BooleanValue.TRUE;
            case BINARY -> new BinaryValue(from.bytes());
            case DATE -> new DateValue(from.instant());
            case KEY -> ReferenceValue.toKey(from.text());
            case DN -> ReferenceValue.toDn(from.text());
            case IDENTITY -> ReferenceValue.toIdentity(from.signed());
            case SECRET -> new GeneratedSecret(from.count());
            default -> throw new UnreadableBody("it holds a value of the unknown kind " + kind);
        };
    }
}
