package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
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

    /**
     * What became of each. What was not yet committed when the database failed is as it was before; of what was being committed nobody
     * knows.
     *
     * @throws ConnectorException if the login is refused, or the tables are not as declared
     */
    List<ExportResult> export(List<ExportOperation> operations) {
        if (connection == null) {
            try {
                connection = database.connectToWrite();
            } catch (ConnectorException failure) {
                return unreached(operations, failure);
            }
        }
        return committed(operations);
    }

    private static List<ExportResult> unreached(List<ExportOperation> operations, ConnectorException failure) {
        if (failure.code() != ConnectorException.Code.NO_START_CONNECTION) {
            throw failure;
        }
        return Collections.nCopies(operations.size(),
                new ExportResult.Rejected(ExportResult.Code.UNREACHABLE, failure.getMessage(), null, null));
    }

    private List<ExportResult> committed(List<ExportOperation> operations) {
        for (int attempt = 1;; attempt++) {
            ExportResult[] results = new ExportResult[operations.size()];
            List<RowWrite> writes = List.of();
            boolean mayBeDone = false;
            try {
                writes = plan(operations, results);
                mayBeDone = writes.stream().anyMatch(write -> write.given().isPresent());
                new PageWriting(connection, database, writes, results).write();
                mayBeDone = true;
                connection.commit();
                return List.of(results);
            } catch (SQLException refused) {
                boolean isLost = !undo(refused);
                if (isLost || writes.isEmpty() || SqlErrors.kind(refused).isOutage()) {
                    return Collections.nCopies(operations.size(),
                            SqlErrors.outage(database.settings(), refused, isLost && mayBeDone));
                }
                if (SqlErrors.kind(refused) != SqlErrors.Kind.CONFLICT || attempt == ATTEMPTS) {
                    return refused(operations, results, writes, refused);
                }
            }
        }
    }

    /** Whether everything since the last commit is certainly undone, and the connection can be used again. */
    private boolean undo(SQLException refused) {
        try {
            if (SqlErrors.kind(refused) != SqlErrors.Kind.CONNECTION && connection.isValid(1)) {
                connection.rollback();
                return true;
            }
        } catch (SQLException broken) {
            refused.addSuppressed(broken);
        }
        close();
        return false;
    }

    /** A conflict with somebody else concerns the page; anything else the operation that is guilty. */
    private List<ExportResult> refused(List<ExportOperation> operations, ExportResult[] results,
            List<RowWrite> writes, SQLException refused) {
        if (operations.size() > 1 && SqlErrors.kind(refused) != SqlErrors.Kind.CONFLICT) {
            int half = operations.size() / 2;
            List<ExportResult> all = new ArrayList<>(export(operations.subList(0, half)));
            all.addAll(export(operations.subList(half, operations.size())));
            return all;
        }
        writes.forEach(write -> results[write.index()] = write.rejected(refused));
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
