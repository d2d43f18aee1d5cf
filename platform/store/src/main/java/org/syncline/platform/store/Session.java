package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.StoreTally;

/** One connection: its statements, prepared once, and its transaction. Threads take turns. */
final class Session implements AutoCloseable {
    private static final int BATCH = 10_000;
    /** H2 refuses arrays of more than 65,536 elements. */
    private static final int ARRAY = 50_000;
    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;
    private final Statements statements;
    private final BulkInsert bulkInsert;
    private final StoreTally tally;
    private boolean inTransaction;
    private boolean wrote;

    Session(Connection connection, Dialect dialect, StoreTally tally) throws SQLException {
        this.connection = connection;
        this.statements = new Statements(connection, dialect);
        this.bulkInsert = dialect.bulkInsert(statements);
        this.tally = tally;
        connection.setAutoCommit(false);
    }

    StoreTally tally() {
        return tally;
    }

    void inTransaction(Runnable work) {
        lock.lock();
        try {
            if (inTransaction) {
                work.run();
            } else {
                begin(work);
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin(Runnable work) {
        inTransaction = true;
        wrote = false;
        try {
            work.run();
            commit();
        } catch (RuntimeException | Error failure) {
            rollBackBecauseOf(failure);
            throw failure;
        } finally {
            inTransaction = false;
        }
    }

    private void commit() {
        try {
            connection.commit();
        } catch (SQLException exception) {
            throw Refusal.of("commit", exception);
        }
        if (wrote) {
            tally.committed();
        }
    }

    private void rollBackBecauseOf(Throwable failure) {
        try {
            rollBack();
        } catch (StoreException again) {
            failure.addSuppressed(again);
        }
    }

    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException exception) {
            throw Refusal.of("roll back", exception);
        }
    }

    /** Runs a command that is no part of a transaction. */
    void execute(String command) {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException exception) {
            throw Refusal.of(command, exception);
        } finally {
            lock.unlock();
        }
    }

    /** All rows of a result. */
    <T> List<T> list(String name, String sql, Filling filling, Reading<T> reading) {
        List<T> list = new ArrayList<>();
        tally.read(name);
        inTransaction(() -> query(name, sql, filling, reading, list));
        return list;
    }

    /** All rows of a result, as a part of a statement that is counted already. */
    <T> List<T> more(String name, String sql, Filling filling, Reading<T> reading) {
        List<T> list = new ArrayList<>();
        inTransaction(() -> query(name, sql, filling, reading, list));
        return list;
    }

    /**
     * All rows of a query that is given arrays of keys; of more than an array may hold, so many at a time. Whatever order or distinction
     * the query asks for is that of each part.
     */
    <K, T> List<T> listOf(
            String name, String sql, Collection<K> keys, Binder<List<K>> filling, Reading<T> reading) {
        tally.read(name);
        return moreOf(name, sql, keys, filling, reading);
    }

    /** The same, as a part of a statement that is counted already. */
    <K, T> List<T> moreOf(
            String name, String sql, Collection<K> keys, Binder<List<K>> filling, Reading<T> reading) {
        List<K> all = List.copyOf(keys);
        List<T> list = new ArrayList<>();
        inTransaction(() -> {
            int from = 0;
            do {
                List<K> part = all.subList(from, Math.min(from + ARRAY, all.size()));
                query(name, sql, parameters -> filling.bind(parameters, part), reading, list);
                from += ARRAY;
            } while (from < all.size());
        });
        return list;
    }

    <T> Optional<T> first(String name, String sql, Filling filling, Reading<T> reading) {
        return list(name, sql, filling, reading).stream().findFirst();
    }

    private <T> void query(String name, String sql, Filling filling, Reading<T> reading, List<T> list) {
        try {
            PreparedStatement statement = statements.prepare(sql);
            filling.fill(statements.parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, statements.dialect());
                while (row.next()) {
                    list.add(reading.read(row));
                }
            }
        } catch (SQLException exception) {
            throw Refusal.of(name, exception);
        }
    }

    /**
     * Inserts rows, many at once.
     *
     * @param table and its columns: {@code person (id, name)}
     * @param columns how many there are
     */
    <T> void insert(String name, String table, int columns, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        tally.wrote(name, rows.size());
        List<T> list = List.copyOf(rows);
        int many = bulkInsert.rows(list.size());
        inTransaction(() -> {
            insertTogether(name, table, columns, list.subList(0, many), binder);
            String one = "insert into " + table + " values ("
                    + String.join(", ", Collections.nCopies(columns, "?")) + ")";
            execute(name, one, list.subList(many, list.size()), binder, false);
        });
    }

    private <T> void insertTogether(String name, String table, int columns, List<T> rows, Binder<T> binder) {
        if (!rows.isEmpty()) {
            wrote = true;
            try {
                bulkInsert.insert(table, columns, rows, binder);
            } catch (SQLException exception) {
                throw Refusal.of(name, exception);
            }
        }
    }

    /** Runs a statement once for each item, in one batch. */
    <T> void batch(String name, String sql, Collection<T> items, Binder<T> binder) {
        batch(name, sql, items, binder, items.size());
    }

    /**
     * Runs a statement once for each item, in one batch.
     *
     * @param written how many rows it writes; 0 if they are counted elsewhere
     */
    <T> void batch(String name, String sql, Collection<T> items, Binder<T> binder, int written) {
        if (!items.isEmpty()) {
            tally.wrote(name, written);
            inTransaction(() -> execute(name, sql, items, binder, false));
        }
    }

    /** Runs a statement once for each row, in one batch; a row that none of them finds is refused. */
    <T> void batchOfExisting(String name, String sql, Collection<T> rows, Binder<T> binder) {
        if (!rows.isEmpty()) {
            tally.wrote(name, rows.size());
            inTransaction(() -> execute(name, sql, rows, binder, true));
        }
    }

    private <T> void execute(String name, String sql, Collection<T> rows, Binder<T> binder, boolean existing) {
        wrote = true;
        try {
            PreparedStatement statement = statements.prepare(sql);
            try {
                send(name, statement, rows, binder, existing);
            } finally {
                statement.clearBatch();
            }
        } catch (SQLException exception) {
            throw Refusal.of(name, exception);
        }
    }

    private <T> void send(String name, PreparedStatement statement, Collection<T> rows, Binder<T> binder,
            boolean existing)
            throws SQLException {
        int waiting = 0;
        for (T row : rows) {
            binder.bind(statements.parameters(statement), row);
            statement.addBatch();
            if (++waiting == BATCH) {
                send(name, statement, existing);
                waiting = 0;
            }
        }
        send(name, statement, existing);
    }

    private static void send(String name, PreparedStatement statement, boolean existing) throws SQLException {
        for (int count : statement.executeBatch()) {
            if (existing && count == 0) {
                throw new StoreException("The store refused '" + name
                        + "': an object that should change or go is not stored; nothing was written");
            }
        }
    }

    /** Runs a statement once; the result is how many rows it wrote. */
    int update(String name, String sql, Filling filling) {
        int[] count = new int[1];
        inTransaction(() -> {
            try {
                PreparedStatement statement = statements.prepare(sql);
                filling.fill(statements.parameters(statement));
                count[0] = statement.executeUpdate();
            } catch (SQLException exception) {
                throw Refusal.of(name, exception);
            }
            wrote |= count[0] > 0;
        });
        tally.wrote(name, count[0]);
        return count[0];
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException exception) {
            throw Refusal.of("close", exception);
        }
    }
}
