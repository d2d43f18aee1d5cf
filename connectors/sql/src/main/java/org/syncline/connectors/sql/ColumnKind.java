package org.syncline.connectors.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/** What the columns of a table hold, whatever the database calls it: each has one form as text, which anchors and references take. */
enum ColumnKind {
    TEXT("a text"),
    /** Text filled up with blanks, which mean nothing. */
    PADDED("a text") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            String text = rows.getString(column);
            return text == null ? null : text.stripTrailing();
        }
    },
    WHOLE("a whole number") {
        @Override
        Object parse(String text) {
            return Long.valueOf(text);
        }
    },
    DECIMAL("a number") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            BigDecimal number = rows.getBigDecimal(column);
            return number == null ? null : number.toPlainString();
        }

        @Override
        Object parse(String text) {
            return new BigDecimal(text);
        }
    },
    TRUTH("true or false") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            boolean truth = rows.getBoolean(column);
            return rows.wasNull() ? null : Boolean.toString(truth);
        }

        @Override
        Object parse(String text) {
            return Truth.of(text);
        }
    },
    DAY("a date such as 2026-01-28") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            return orNull(rows.getObject(column, LocalDate.class));
        }

        @Override
        Object parse(String text) {
            return LocalDate.parse(text);
        }
    },
    LOCAL_TIME("a point in time such as 2026-01-28T08:30:00") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            return orNull(rows.getObject(column, LocalDateTime.class));
        }

        @Override
        Object parse(String text) {
            return LocalDateTime.parse(text);
        }
    },
    EXACT_TIME("a point in time such as 2026-01-28T08:30:00Z") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant().toString();
        }

        @Override
        Object parse(String text) {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        }
    },
    BYTES("bytes in hexadecimal digits") {
        @Override
        String text(ResultSet rows, int column) throws SQLException {
            byte[] bytes = rows.getBytes(column);
            return bytes == null ? null : HexFormat.of().formatHex(bytes);
        }

        @Override
        Object parse(String text) {
            return HexFormat.of().parseHex(text);
        }
    };

    /** {@code microsoft.sql.Types.DATETIMEOFFSET}. */
    private static final int SQL_SERVER_DATETIMEOFFSET = -155;

    private final String expected;

    ColumnKind(String expected) {
        this.expected = expected;
    }

    /** @param typeName PostgreSQL reports points in time with and without a zone under one number */
    static ColumnKind of(int jdbcType, String typeName) {
        return switch (jdbcType) {
            case Types.CHAR, Types.NCHAR -> PADDED;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.DECIMAL, Types.NUMERIC, Types.REAL, Types.FLOAT, Types.DOUBLE -> DECIMAL;
            case Types.BIT, Types.BOOLEAN -> TRUTH;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP -> hasZone(typeName.toLowerCase(Locale.ROOT)) ? EXACT_TIME : LOCAL_TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE, SQL_SERVER_DATETIMEOFFSET -> EXACT_TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> TEXT;
        };
    }

    private static boolean hasZone(String typeName) {
        return typeName.equals("timestamptz") || typeName.endsWith("with time zone");
    }

    String expected() {
        return expected;
    }

    /** The column of the current row as text; null where it is null. */
    String text(ResultSet rows, int column) throws SQLException {
        return rows.getString(column);
    }

    private static String orNull(Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * What the driver is given for a text.
     *
     * @throws Misfit if the column cannot hold it
     */
    Object parameter(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException | DateTimeException misfit) {
            throw new Misfit(expected);
        }
    }

    Object parse(String text) {
        return text;
    }
}
