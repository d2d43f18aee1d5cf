package org.syncline.platform.store;

import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.syncline.schema.identity.ContentHash;

/** The parameters of a statement, filled in from left to right. */
final class Parameters {
    private static final int LONGEST_ARRAY = 1_000_000;
    private final PreparedStatement statement;
    private int at;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters put(long number) throws SQLException {
        statement.setLong(++at, number);
        return this;
    }

    Parameters put(boolean flag) throws SQLException {
        statement.setBoolean(++at, flag);
        return this;
    }

    Parameters put(String text) throws SQLException {
        statement.setString(++at, text);
        return this;
    }

    /** A time as text that sorts like the time. */
    Parameters put(Instant instant) throws SQLException {
        return put(instant == null ? null : Times.text(instant));
    }

    Parameters put(ContentHash hash) throws SQLException {
        return put(hash.high()).put(hash.low());
    }

    Parameters putNull() throws SQLException {
        statement.setNull(++at, java.sql.Types.BIGINT);
        return this;
    }

    /** H2 takes more than a million bytes only as a stream. */
    Parameters put(byte[] bytes) throws SQLException {
        if (bytes.length > LONGEST_ARRAY) {
            statement.setBinaryStream(++at, new ByteArrayInputStream(bytes), bytes.length);
        } else {
            statement.setBytes(++at, bytes);
        }
        return this;
    }

    Parameters putAll(Collection<Long> numbers) throws SQLException {
        statement.setArray(++at, statement.getConnection().createArrayOf("BIGINT", numbers.toArray()));
        return this;
    }

    /** Two arrays: the high halves and the low halves. */
    Parameters putHashes(Collection<ContentHash> hashes) throws SQLException {
        return putAll(hashes.stream().map(ContentHash::high).toList())
                .putAll(hashes.stream().map(ContentHash::low).toList());
    }
}
