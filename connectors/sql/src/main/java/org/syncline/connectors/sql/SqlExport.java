package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;

/**
 * Writes pages: each in one transaction, so that what was answered as done stays done. A page that the database refuses only when it is
 * committed is halved until the guilty operation stands alone.
 */
final class SqlExport implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final Database database;
    private final Map<String, TargetTable> tables = new HashMap<>();
    private Connection connection;

    SqlExport(Database database) {
        this.database = database;
    }

    /** @throws ConnectorException if the connection broke: nobody knows whether the page was written */
    List<ExportResult> export(List<ExportOperation> operations) {
        try {
            if (connection == null) {
                connection = database.connect();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            return committed(operations);
        } catch (SQLException broken) {
            close();
            throw SqlErrors.broken(database.settings(), "writing", broken);
        }
    }

    private List<ExportResult> committed(List<ExportOperation> operations) throws SQLException {
        for (int attempt = 1;; attempt++) {
            ExportResult[] results = new ExportResult[operations.size()];
            List<RowWrite> writes = plan(operations, results);
            try {
                new PageWriting(connection, database, writes, results).write();
                connection.commit();
                return List.of(results);
            } catch (SQLException refused) {
                undo(refused);
                if (SqlErrors.kind(refused) != SqlErrors.Kind.CONFLICT || attempt == ATTEMPTS) {
                    return refused(operations, results, writes, refused);
                }
            }
        }
    }

    private void undo(SQLException refused) throws SQLException {
        if (SqlErrors.kind(refused) == SqlErrors.Kind.CONNECTION || !connection.isValid(1)) {
            throw refused;
        }
        connection.rollback();
    }

    /** A conflict with somebody else concerns the page; anything else the operation that is guilty. */
    private List<ExportResult> refused(List<ExportOperation> operations, ExportResult[] results,
            List<RowWrite> writes, SQLException refused) throws SQLException {
        if (operations.size() > 1 && SqlErrors.kind(refused) != SqlErrors.Kind.CONFLICT) {
            int half = operations.size() / 2;
            List<ExportResult> all = new ArrayList<>(committed(operations.subList(0, half)));
            all.addAll(committed(operations.subList(half, operations.size())));
            return all;
        }
        writes.forEach(write -> results[write.index()] =
                SqlErrors.rejected(refused, write.table().hasSensitive(), write.cells()));
        return List.of(results);
    }

    private List<RowWrite> plan(List<ExportOperation> operations, ExportResult[] results) throws SQLException {
        List<RowWrite> writes = new ArrayList<>();
        for (int index = 0; index < operations.size(); index++) {
            try {
                writes.add(table(operations.get(index).objectType()).plan(index, operations.get(index)));
            } catch (Refusal refusal) {
                results[index] = refusal.rejected();
            }
        }
        return writes;
    }

    private TargetTable table(String objectType) throws SQLException {
        TargetTable table = tables.get(objectType);
        if (table == null) {
            table = TargetTable.of(database.settings().objectType(objectType),
                    new Relations(connection, database.dialect()), database);
            tables.put(objectType, table);
        }
        return table;
    }

    @Override
    public void close() {
        if (connection != null) {
            Database.close(connection);
            connection = null;
        }
    }
}
