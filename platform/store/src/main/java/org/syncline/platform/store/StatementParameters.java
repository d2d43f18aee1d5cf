package org.syncline.platform.store;

import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;

/** The parameters of a prepared statement. */
final class StatementParameters implements Parameters {
    private static final int LONGEST_ARRAY = 1_000_000;
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int at;

    StatementParameters(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    @Override
    public Parameters put(long number) throws SQLException {
        statement.setLong(++at, number);
        return this;
    }

    @Override
    public Parameters put(boolean flag) throws SQLException {
        statement.setBoolean(++at, flag);
        return this;
    }

    @Override
    public Parameters put(String text) throws SQLException {
        statement.setString(++at, dialect.toColumn(text));
        return this;
    }

    @Override
    public Parameters putNull() throws SQLException {
        statement.setNull(++at, Types.BIGINT);
        return this;
    }

    /** H2 takes more than a million bytes only as a stream. */
    @Override
    public Parameters put(byte[] bytes) throws SQLException {
        if (bytes != null && bytes.length > LONGEST_ARRAY) {
            statement.setBinaryStream(++at, new ByteArrayInputStream(bytes), bytes.length);
        } else {
            statement.setBytes(++at, bytes);
        }
        return this;
    }

    @Override
    public Parameters putAll(Collection<Long> numbers) throws SQLException {
        statement.setArray(++at, statement.getConnection().createArrayOf("BIGINT", numbers.toArray(Long[]::new)));
        return this;
    }
}
