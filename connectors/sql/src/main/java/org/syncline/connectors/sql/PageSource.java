package org.syncline.connectors.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.syncline.connectors.spi.ImportPage;

/** Pages of one object type. */
interface PageSource extends AutoCloseable {

    /** The next page; empty when there are no more. */
    Optional<ImportPage> next() throws SQLException;

    @Override
    void close() throws SQLException;
}
