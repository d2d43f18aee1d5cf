package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Value;

/**
 * Writes the rows of one page: neighbours of one statement in one batch. A batch that is refused is undone to its savepoint and halved
 * until the guilty row stands alone, so that the others are written.
 */
final class PageWriting {
    private final Connection connection;
    private final Database database;
    private final List<RowWrite> writes;
    private final ExportResult[] results;
    private final Map<SideTable, Map<Anchor, Set<Value>>> present = new HashMap<>();

    /** @param results by the index of an operation; receives what becomes of each */
    PageWriting(Connection connection, Database database, List<RowWrite> writes, ExportResult[] results) {
        this.connection = connection;
        this.database = database;
        this.writes = writes;
        this.results = results;
    }

    /** @throws SQLException if the transaction as a whole is lost */
    void write() throws SQLException {
        int from = 0;
        for (int to = 1; to <= writes.size(); to++) {
            if (to == writes.size() || !writes.get(from).goesWith(writes.get(to))) {
                attempt(writes.subList(from, to));
                from = to;
            }
        }
    }

    private void attempt(List<RowWrite> batch) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            send(batch);
        } catch (SQLException refused) {
            SqlErrors.Kind kind = SqlErrors.kind(refused);
            if (kind == SqlErrors.Kind.CONFLICT || kind.isOutage()) {
                throw refused;
            }
            connection.rollback(before);
            halve(batch, batch.getFirst().rejected(refused));
        } catch (Refusal refusal) {
            connection.rollback(before);
            halve(batch, refusal.rejected());
        }
    }

    private void halve(List<RowWrite> batch, ExportResult.Rejected ifAlone) throws SQLException {
        if (batch.size() == 1) {
            results[batch.getFirst().index()] = ifAlone;
        } else {
            attempt(batch.subList(0, batch.size() / 2));
            attempt(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private void send(List<RowWrite> batch) throws SQLException {
        switch (batch.getFirst().kind()) {
            case ADD -> add(batch);
            case UPDATE -> update(batch);
            case DELETE -> delete(batch);
        }
    }

    private void add(List<RowWrite> batch) throws SQLException {
        List<Anchor> anchors = batch.getFirst().given().isPresent()
                ? Collections.singletonList(new GivenRun(connection, database).add(batch.getFirst()))
                : new RowInsertion(connection, database).insert(batch);
        List<SideRow> sideRows = new ArrayList<>();
        for (int at = 0; at < batch.size(); at++) {
            for (RowWrite.SideValue value : batch.get(at).sideValues()) {
                sideRows.add(new SideRow(value, owner(anchors.get(at), value)));
            }
        }
        new SideWriting(connection, database).write(sideRows);
        for (int at = 0; at < batch.size(); at++) {
            results[batch.get(at).index()] = new ExportResult.Accepted(anchors.get(at), null);
        }
    }

    private static List<Object> owner(Anchor anchor, RowWrite.SideValue value) {
        if (anchor == null) {
            throw new Refusal(ExportResult.Code.NOT_SUPPORTED,
                    "The database does not tell the key of the new row, which its side rows need.",
                    value.side().value().name());
        }
        return Keys.parameters(value.side().owner(), anchor);
    }

    private void update(List<RowWrite> batch) throws SQLException {
        List<RowWrite> found = batch.getFirst().changesTheRow() ? changeRows(batch) : existing(batch);
        List<SideRow> sideRows = new ArrayList<>();
        for (RowWrite write : found) {
            for (RowWrite.SideValue value : write.sideValues()) {
                if (!value.added() || !isPresent(write, value)) {
                    sideRows.add(new SideRow(value, Keys.parameters(value.side().owner(), write.anchor())));
                }
            }
        }
        new SideWriting(connection, database).write(sideRows);
        found.forEach(write -> results[write.index()] = new ExportResult.Accepted(write.anchor(), null));
    }

    private void delete(List<RowWrite> batch) throws SQLException {
        if (batch.getFirst().given().isEmpty()) {
            deleteSideRows(batch);
        }
        changeRows(batch).forEach(write -> results[write.index()] = new ExportResult.Accepted(write.anchor(), null));
    }

    private void deleteSideRows(List<RowWrite> batch) throws SQLException {
        for (SideTable side : batch.getFirst().table().sides()) {
            try (PreparedStatement statement = prepare(side.deleteAll())) {
                for (RowWrite write : batch) {
                    Keys.bind(statement, 1, side.owner(), Keys.parameters(side.owner(), write.anchor()));
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /** Updates or deletes; tells those whose row was there. */
    private List<RowWrite> changeRows(List<RowWrite> batch) throws SQLException {
        if (batch.getFirst().given().isPresent()) {
            List<RowWrite> found = new ArrayList<>();
            judge(batch.getFirst(), new GivenRun(connection, database).change(batch.getFirst()), found);
            return found;
        }
        try (PreparedStatement statement = prepare(batch.getFirst().statement())) {
            for (RowWrite write : batch) {
                int position = 1;
                for (RowWrite.Field field : write.fields()) {
                    field.column().bind(statement, position++, field.parameter());
                }
                Keys.bind(statement, position, write.table().anchor(), write.key());
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            List<RowWrite> found = new ArrayList<>();
            for (int at = 0; at < counts.length; at++) {
                judge(batch.get(at), counts[at], found);
            }
            return found;
        }
    }

    /** Those whose row is there, of which only side rows change. */
    private List<RowWrite> existing(List<RowWrite> batch) throws SQLException {
        List<RowWrite> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(batch.getFirst().statement())) {
            for (RowWrite write : batch) {
                Keys.bind(statement, 1, write.table().anchor(), write.key());
                try (ResultSet count = statement.executeQuery()) {
                    count.next();
                    judge(write, count.getInt(1), found);
                }
            }
        }
        return found;
    }

    private void judge(RowWrite write, int rows, List<RowWrite> found) {
        if (rows == 0) {
            results[write.index()] = new ExportResult.Rejected(ExportResult.Code.NO_SUCH_OBJECT,
                    "No row has the anchor '" + write.anchor() + "' any longer.", null, null);
        } else if (rows > 1) {
            throw new Refusal(ExportResult.Code.CONSTRAINT_VIOLATION, rows + " rows have the anchor '" + write.anchor()
                    + "'; none was changed. Choose an anchor that is unique.", null);
        } else {
            found.add(write);
        }
    }

    /** Whether a value that is to be added is there already. */
    private boolean isPresent(RowWrite write, RowWrite.SideValue value) throws SQLException {
        Map<Anchor, Set<Value>> held = present.get(value.side());
        if (held == null) {
            held = read(value.side());
            present.put(value.side(), held);
        }
        return held.getOrDefault(write.anchor(), Set.of()).contains(value.value());
    }

    /** What the objects of the page that gain values in a side table hold there before. */
    private Map<Anchor, Set<Value>> read(SideTable side) throws SQLException {
        Set<Anchor> owners = new LinkedHashSet<>();
        for (RowWrite write : writes) {
            if (write.kind() == RowWrite.Kind.UPDATE
                    && write.sideValues().stream().anyMatch(value -> value.added() && value.side().equals(side))) {
                owners.add(write.anchor());
            }
        }
        Map<Anchor, Set<Value>> held = new HashMap<>();
        try (SideReading reading = new SideReading(side, connection, database.settings().timeoutSeconds())) {
            reading.read(owners, (owner, value, misfit) -> {
                if (misfit == null) {
                    held.computeIfAbsent(owner, first -> new HashSet<>()).add(value);
                }
            });
        }
        return held;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(database.settings().timeoutSeconds());
        return statement;
    }
}
