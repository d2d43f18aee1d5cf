package org.syncline.platform.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.syncline.schema.identity.ContentHash;

/** The parameters of a statement, or the values of a row, filled in from left to right. */
interface Parameters {
    Parameters put(long number) throws SQLException;

    Parameters put(boolean flag) throws SQLException;

    Parameters put(String text) throws SQLException;

    Parameters put(byte[] bytes) throws SQLException;

    Parameters putNull() throws SQLException;

    /** An array, as {@link Dialect#given} takes it. */
    Parameters putAll(Collection<Long> numbers) throws SQLException;

    /** A time as text that sorts like the time. */
    default Parameters put(Instant instant) throws SQLException {
        return put(instant == null ? null : Times.text(instant));
    }

    default Parameters put(ContentHash hash) throws SQLException {
        return put(hash.high()).put(hash.low());
    }

    /** Two arrays: the high halves and the low halves. */
    default Parameters putHashes(Collection<ContentHash> hashes) throws SQLException {
        return putAll(hashes.stream().map(ContentHash::high).toList())
                .putAll(hashes.stream().map(ContentHash::low).toList());
    }
}
