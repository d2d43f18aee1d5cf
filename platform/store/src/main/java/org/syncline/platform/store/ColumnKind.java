package org.syncline.platform.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Types;

/** What the columns of a store hold, whichever database has them. */
enum ColumnKind {
    NUMBER {
        @Override
        Object read(Row row) throws SQLException {
            long number = row.number();
            return row.wasNull() ? null : number;
        }

        @Override
        void write(Object value, Parameters parameters) throws SQLException {
            if (value == null) {
                parameters.putNull();
            } else {
                parameters.put((long) value);
            }
        }

        @Override
        void write(Object value, DataOutputStream bytes) throws IOException {
            bytes.writeLong((long) value);
        }
    },
    FLAG {
        @Override
        Object read(Row row) throws SQLException {
            return row.flag();
        }

        @Override
        void write(Object value, Parameters parameters) throws SQLException {
            parameters.put((boolean) value);
        }

        @Override
        void write(Object value, DataOutputStream bytes) throws IOException {
            bytes.writeBoolean((boolean) value);
        }
    },
    TEXT {
        @Override
        Object read(Row row) throws SQLException {
            return row.text();
        }

        @Override
        void write(Object value, Parameters parameters) throws SQLException {
            parameters.put((String) value);
        }

        @Override
        void write(Object value, DataOutputStream bytes) throws IOException {
            BYTES.write(((String) value).getBytes(StandardCharsets.UTF_16BE), bytes);
        }
    },
    BYTES {
        @Override
        Object read(Row row) throws SQLException {
            return row.bytes();
        }

        @Override
        void write(Object value, Parameters parameters) throws SQLException {
            parameters.put((byte[]) value);
        }

        @Override
        void write(Object value, DataOutputStream bytes) throws IOException {
            byte[] content = (byte[]) value;
            bytes.writeInt(content.length);
            bytes.write(content);
        }
    };

    /** @param sqlType of {@link Types} */
    static ColumnKind of(int sqlType) {
        return switch (sqlType) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> NUMBER;
            case Types.BOOLEAN, Types.BIT -> FLAG;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> TEXT;
        };
    }

    /** The next value of a row; null where there is none. */
    abstract Object read(Row row) throws SQLException;

    abstract void write(Object value, Parameters parameters) throws SQLException;

    /**
     * Writes what makes a value differ from others, in whichever database it stands.
     *
     * @param value not null
     */
    abstract void write(Object value, DataOutputStream bytes) throws IOException;
}
