package org.syncline.platform.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What stands for all rows of a table, in whatever order they come: how many they are, and the sum of their hashes (SHA-256, cut to 128 bits). */
final class TableSum {
    private final StoredTable table;
    private final MessageDigest digest = sha256();
    private final DataOutputStream hash =
            new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    private long rows;
    private long high;
    private long low;

    TableSum(StoredTable table) {
        this.table = table;
    }

    void add(Object[] row) {
        try {
            for (int at = 0; at < row.length; at++) {
                hash.writeBoolean(row[at] == null);
                if (row[at] != null) {
                    table.columns().get(at).kind().hash(row[at], hash);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        rows++;
        high += sum.getLong();
        low += sum.getLong();
    }

    long rows() {
        return rows;
    }

    boolean matches(TableSum other) {
        return rows == other.rows && high == other.high && low == other.low;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
