package org.syncline.platform.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.syncline.schema.identity.ContentHash;

/** What stands for all rows of a table, in whatever order they come: how many they are, and the sum of their hashes. */
final class TableSum {
    private final StoredTable table;
    private long rows;
    private long high;
    private long low;

    TableSum(StoredTable table) {
        this.table = table;
    }

    void add(Object[] row) {
        ContentHash hash = ContentHash.of(bytes(row));
        rows++;
        high += hash.high();
        low += hash.low();
    }

    private byte[] bytes(Object[] row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (int at = 0; at < row.length; at++) {
                out.writeBoolean(row[at] == null);
                if (row[at] != null) {
                    table.columns().get(at).kind().write(row[at], out);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    long rows() {
        return rows;
    }

    boolean matches(TableSum other) {
        return rows == other.rows && high == other.high && low == other.low;
    }
}
