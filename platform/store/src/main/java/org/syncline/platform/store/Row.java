package org.syncline.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.syncline.schema.identity.ContentHash;

/** One row of a result, read from left to right. */
final class Row {
    private final ResultSet result;
    private final Dialect dialect;
    private int at;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    boolean next() throws SQLException {
        at = 0;
        return result.next();
    }

    long number() throws SQLException {
        return result.getLong(++at);
    }

    int small() throws SQLException {
        return result.getInt(++at);
    }

    boolean flag() throws SQLException {
        return result.getBoolean(++at);
    }

    String text() throws SQLException {
        return dialect.fromColumn(result.getString(++at));
    }

    Instant instant() throws SQLException {
        return Times.of(text());
    }

    ContentHash hash() throws SQLException {
        return new ContentHash(number(), number());
    }

    boolean wasNull() throws SQLException {
        return result.wasNull();
    }

    /** Null where the column holds none. */
    byte[] bytes() throws SQLException {
        try (InputStream stream = result.getBinaryStream(++at)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
