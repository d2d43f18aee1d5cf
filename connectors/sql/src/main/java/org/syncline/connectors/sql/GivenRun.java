package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.syncline.schema.identity.Anchor;

/** Runs a statement of an administrator. */
final class GivenRun {
    private final Connection connection;
    private final Database database;

    GivenRun(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    /** Adds an object; its anchor is what the statement answers, or was written; null if nobody knows it. */
    Anchor add(RowWrite write) throws SQLException {
        try (PreparedStatement statement = prepare(write)) {
            if (statement.execute()) {
                try (ResultSet answer = statement.getResultSet()) {
                    boolean tells = answer.next()
                            && answer.getMetaData().getColumnCount() >= write.table().anchor().size();
                    return tells ? Keys.read(answer, 1, write.table().anchor()) : write.anchor();
                }
            }
            return write.anchor();
        }
    }

    /** The number of rows that were changed; of a call 1, since nobody knows. */
    int change(RowWrite write) throws SQLException {
        try (PreparedStatement statement = prepare(write)) {
            boolean answers = statement.execute();
            return answers || !write.given().orElseThrow().countsRows() ? 1 : statement.getUpdateCount();
        }
    }

    private PreparedStatement prepare(RowWrite write) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(write.statement());
        statement.setQueryTimeout(database.settings().timeoutSeconds());
        int position = 1;
        for (RowWrite.Field field : write.fields()) {
            field.column().bind(statement, position++, field.parameter());
        }
        return statement;
    }
}
