package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;

/** Looks at the tables and views that a user sees. Rights are tried by statements that concern no row, and undone. */
final class SqlDiscovery implements Discovery {
    private final Database database;
    private final Connection connection;

    SqlDiscovery(Database database) {
        this.database = database;
        this.connection = database.connect();
    }

    /** A function that asks the database. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T looking(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException failure) {
            throw SqlErrors.broken(database.settings(), "looking at the tables", failure);
        }
    }

    @Override
    public List<OfferedType> types() {
        return looking(() -> new OfferedTables(connection).all());
    }

    @Override
    public ObjectCount count(OfferedType type, int most) {
        return looking(() -> {
            try (PreparedStatement statement = limited("SELECT 1 FROM " + sql(type), most + 1);
                    ResultSet rows = statement.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return new ObjectCount(Math.min(count, most), count <= most);
            }
        });
    }

    @Override
    public TypeUsage usage(OfferedType type, int sample) {
        return looking(() -> {
            Relation table = relations().table(type.name(), "discovery");
            TypeUsage.Counting counting = new TypeUsage.Counting();
            try (PreparedStatement statement = limited("SELECT * FROM " + table.sql(), sample);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counting.add(values(table, rows));
                }
            }
            return counting.end();
        });
    }

    private static Map<String, Integer> values(Relation table, ResultSet rows) throws SQLException {
        Map<String, Integer> values = new HashMap<>();
        for (int at = 0; at < table.columns().size(); at++) {
            if (rows.getObject(at + 1) != null) {
                values.put(table.columns().get(at).name(), 1);
            }
        }
        return values;
    }

    private PreparedStatement limited(String sql, int most) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setMaxRows(most);
        statement.setQueryTimeout(database.settings().timeoutSeconds());
        return statement;
    }

    private String sql(OfferedType type) throws SQLException {
        return relations().table(type.name(), "discovery").sql();
    }

    private Relations relations() {
        return new Relations(connection, database.dialect());
    }

    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        List<ConnectionFinding> findings = new ArrayList<>();
        for (ObjectTypeSettings type : database.settings().objectTypes()) {
            looking(() -> readable(type, findings));
        }
        for (IntendedExport export : exports) {
            looking(() -> writable(export, findings));
        }
        return findings;
    }

    private Void readable(ObjectTypeSettings type, List<ConnectionFinding> findings) throws SQLException {
        Where where = Where.type(type.type().name());
        try {
            SourceTable table = SourceTable.of(type, relations(), database.settings());
            if (ChangeFinder.isFor(type)) {
                ChangeFinder.of(type, table, relations(), database).mark(connection);
            }
            tried(table.select("1 = 0"), where, "be read", findings);
            for (SideTable side : table.cells().sides()) {
                tried("SELECT * FROM " + side.sql() + " WHERE 1 = 0", where, "be read with its side tables", findings);
            }
        } catch (ConnectorException wrong) {
            findings.add(ConnectionFinding.error(where, wrong.getMessage(), "correct the connector's file"));
        } catch (SQLException refused) {
            refuse(where, "be read", refused, findings);
        }
        return null;
    }

    private Void writable(IntendedExport export, List<ConnectionFinding> findings) throws SQLException {
        Where where = Where.type(export.objectType());
        ObjectTypeSettings type = database.settings().objectType(export.objectType());
        try {
            TargetTable table = TargetTable.of(type, relations(), database);
            for (TargetTable.Trial trial : table.trials(export)) {
                tried(trial.sql(), where, trial.purpose(), findings);
            }
        } catch (ConnectorException wrong) {
            findings.add(ConnectionFinding.error(where, wrong.getMessage(), "correct the connector's file"));
        }
        return null;
    }

    /** Runs a statement that concerns no row. */
    private void tried(String sql, Where where, String purpose, List<ConnectionFinding> findings)
            throws SQLException {
        try (PreparedStatement statement = limited(sql, 1)) {
            statement.execute();
        } catch (SQLException refused) {
            refuse(where, purpose, refused, findings);
        }
        connection.rollback();
    }

    private void refuse(Where where, String purpose, SQLException refused, List<ConnectionFinding> findings)
            throws SQLException {
        if (SqlErrors.kind(refused) == SqlErrors.Kind.CONNECTION) {
            throw refused;
        }
        connection.rollback();
        findings.add(ConnectionFinding.error(where,
                "Objects cannot " + purpose + " (" + SqlErrors.words(refused) + ")",
                "grant the user '" + database.settings().login().getProperty("user", "of the connector")
                        + "' the right"));
    }

    @Override
    public void close() {
        Database.close(connection);
    }
}
