package org.syncline.platform.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** A hundred rows in a statement: every statement costs H2 more the more its transaction has written. */
final class RowsTogether implements BulkInsert {
    private static final int ROWS = 100;
    private final Statements statements;

    RowsTogether(Statements statements) {
        this.statements = statements;
    }

    @Override
    public int rows(int count) {
        return count / ROWS * ROWS;
    }

    @Override
    public <T> void insert(String table, int columns, List<T> rows, Binder<T> binder) throws SQLException {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        PreparedStatement statement = statements
                .prepare("insert into " + table + " values " + String.join(", ", Collections.nCopies(ROWS, row)));
        for (int from = 0; from < rows.size(); from += ROWS) {
            Parameters parameters = statements.parameters(statement);
            for (T one : rows.subList(from, from + ROWS)) {
                binder.bind(parameters, one);
            }
            statement.executeUpdate();
        }
    }
}
