package org.syncline.platform.store;

import java.util.function.Consumer;
import org.syncline.platform.engine.port.StoreException;

/**
 * Moves everything that a store holds to an empty one, which may lie in a database of another kind. All numbers stay as they are, so that
 * whatever runs there next goes on where the other ended. The store that is moved stays as it is.
 */
public final class StoreMove {
    private final StoredTables from;
    private final StoredTables to;
    private final Consumer<MovedTable> moved;

    private StoreMove(StoredTables from, StoredTables to, Consumer<MovedTable> moved) {
        this.from = from;
        this.to = to;
        this.moved = moved;
    }

    /** A table whose rows were written and read back. */
    public record MovedTable(String name, long rows) {}

    /**
     * Keeps both stores while it moves one. Where it fails or dies, there is nothing in the other one.
     *
     * @param moved gets each table
     * @throws StoreException in plain words, if a process uses one of the stores, there is nothing to move, or the other is not empty
     */
    public static void run(StorePlace from, StorePlace to, Consumer<MovedTable> moved) {
        from.read(source -> to.fill(target -> new StoreMove(source, target, moved).run()));
    }

    private void run() {
        from.all().forEach(this::move);
    }

    private void move(StoredTable table) {
        TableSum sent = from.read(table, page -> to.write(table, page));
        TableSum arrived = to.read(table, page -> {});
        if (!sent.matches(arrived)) {
            throw new StoreException(
                    "Table " + table.name() + " has " + sent.rows() + " rows in " + from.where() + " and "
                            + arrived.rows() + " other ones in " + to.where() + ": nothing was moved. Report this");
        }
        moved.accept(new MovedTable(table.name(), sent.rows()));
    }
}
