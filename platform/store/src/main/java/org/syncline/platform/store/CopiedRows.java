package org.syncline.platform.store;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by PostgreSQL's {@code COPY}, in its binary form. */
final class CopiedRows implements BulkInsert {
    /** Fewer than these are as fast in a batch. */
    private static final int WORTHWHILE = 20;
    private static final int CHUNK = 1 << 16;
    private final Statements statements;
    private final Map<String, List<CopiedType>> types = new HashMap<>();

    CopiedRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    public int rows(int count) {
        return count < WORTHWHILE ? 0 : count;
    }

    @Override
    public <T> void insert(String table, int columns, List<T> rows, Binder<T> binder) throws SQLException {
        CopiedRow buffer = new CopiedRow(types(table));
        CopyIn copy = statements.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        try {
            buffer.begin();
            for (T row : rows) {
                binder.bind(buffer.next(), row);
                if (buffer.size() > CHUNK) {
                    send(buffer, copy);
                }
            }
            buffer.end();
            send(buffer, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopiedRow buffer, CopyIn copy) throws SQLException {
        copy.writeToCopy(buffer.bytes(), 0, buffer.size());
        buffer.clear();
    }

    private List<CopiedType> types(String table) throws SQLException {
        List<CopiedType> known = types.get(table);
        if (known == null) {
            known = ask(table);
            types.put(table, known);
        }
        return known;
    }

    private List<CopiedType> ask(String table) throws SQLException {
        int parenthesis = table.indexOf('(');
        String columns = table.substring(parenthesis + 1, table.lastIndexOf(')'));
        String sql = "select " + columns + " from " + table.substring(0, parenthesis);
        try (PreparedStatement statement = statements.connection().prepareStatement(sql)) {
            ResultSetMetaData data = statement.getMetaData();
            CopiedType[] asked = new CopiedType[data.getColumnCount()];
            for (int column = 0; column < asked.length; column++) {
                asked[column] = CopiedType.of(data.getColumnType(column + 1));
            }
            return List.of(asked);
        }
    }
}
