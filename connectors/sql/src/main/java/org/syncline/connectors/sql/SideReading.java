package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Value;

/** Reads a side table for many objects at once. */
final class SideReading implements AutoCloseable {
    /** Databases take at least 2,100 parameters. */
    private static final int AT_ONCE = 400;

    private final SideTable table;
    private final PreparedStatement statement;
    private final int atOnce;

    SideReading(SideTable table, Connection connection, int timeoutSeconds) throws SQLException {
        this.table = table;
        this.atOnce = AT_ONCE / table.owner().size();
        this.statement = connection.prepareStatement(table.select(atOnce));
        statement.setQueryTimeout(timeoutSeconds);
    }

    /** Takes the values of objects. */
    @FunctionalInterface
    interface Taker {
        /** @param misfit what is wrong with the value; null if it makes sense */
        void take(Anchor owner, Value value, Misfit misfit);
    }

    /** Tells the values of some objects. */
    void read(Collection<Anchor> owners, Taker taker) throws SQLException {
        List<Anchor> all = List.copyOf(owners);
        Function<Anchor, Anchor> known = spelling(all);
        for (int from = 0; from < all.size(); from += atOnce) {
            bind(all.subList(from, Math.min(all.size(), from + atOnce)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Anchor owner = known.apply(Keys.read(rows, 1, table.owner()));
                    if (owner != null) {
                        take(owner, rows, taker);
                    }
                }
            }
        }
    }

    private void take(Anchor owner, ResultSet rows, Taker taker) throws SQLException {
        try {
            Value value = table.value().format().read(rows, table.owner().size() + 1);
            if (value != null) {
                taker.take(owner, value, null);
            }
        } catch (Misfit misfit) {
            taker.take(owner, null, misfit);
        }
    }

    /** The places that are left over ask for the last object again: the statement stays the same. */
    private void bind(List<Anchor> owners) throws SQLException {
        int position = 1;
        List<Object> key = null;
        for (int object = 0; object < atOnce; object++) {
            key = object < owners.size() ? Keys.parameters(table.owner(), owners.get(object)) : key;
            position = Keys.bind(statement, position, table.owner(), key);
        }
    }

    /** A database may compare without regard to case: then the side table may spell an anchor otherwise. */
    private static Function<Anchor, Anchor> spelling(List<Anchor> owners) {
        Map<Anchor, Anchor> exact = new HashMap<>();
        owners.forEach(owner -> exact.put(owner, owner));
        Map<String, Anchor> alike = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        owners.forEach(owner -> alike.put(owner.text(), owner));
        return written -> written == null ? null : exact.getOrDefault(written, alike.get(written.text()));
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
