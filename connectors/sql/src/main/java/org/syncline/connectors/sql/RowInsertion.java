package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.syncline.schema.identity.Anchor;

/** Adds rows of one statement, and learns the keys that the database makes. */
final class RowInsertion {
    private final Connection connection;
    private final Database database;

    RowInsertion(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    /** The anchors of the new rows, in their order; null for one that the database does not tell. */
    List<Anchor> insert(List<RowWrite> batch) throws SQLException {
        if (database.dialect().tellsKeysOfBatches()) {
            return toldOfAll(batch);
        }
        return batch.getFirst().anchor() == null ? toldOfEach(batch) : known(batch);
    }

    private List<Anchor> toldOfAll(List<RowWrite> batch) throws SQLException {
        List<Column> anchor = batch.getFirst().table().anchor();
        String[] names = anchor.stream().map(Column::name).toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(batch.getFirst().statement(), names)) {
            send(statement, batch);
            List<Anchor> anchors = new ArrayList<>();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    anchors.add(Keys.read(keys, 1, anchor));
                }
            }
            return anchors.size() == batch.size() ? anchors : Collections.nCopies(batch.size(), null);
        }
    }

    private List<Anchor> known(List<RowWrite> batch) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(batch.getFirst().statement())) {
            send(statement, batch);
        }
        return batch.stream().map(RowWrite::anchor).toList();
    }

    /** The statement itself tells the key. */
    private List<Anchor> toldOfEach(List<RowWrite> batch) throws SQLException {
        List<Anchor> anchors = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(batch.getFirst().statement())) {
            statement.setQueryTimeout(database.settings().timeoutSeconds());
            for (RowWrite write : batch) {
                bind(statement, write);
                try (ResultSet keys = statement.executeQuery()) {
                    anchors.add(keys.next() ? Keys.read(keys, 1, write.table().anchor()) : null);
                }
            }
        }
        return anchors;
    }

    private void send(PreparedStatement statement, List<RowWrite> batch) throws SQLException {
        statement.setQueryTimeout(database.settings().timeoutSeconds());
        for (RowWrite write : batch) {
            bind(statement, write);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static void bind(PreparedStatement statement, RowWrite write) throws SQLException {
        int position = 1;
        for (RowWrite.Field field : write.fields()) {
            field.column().bind(statement, position++, field.parameter());
        }
    }
}
