package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;

/** A column that grows with every change: numbers, times, or row versions. */
final class Growing {
    /** Of a table without rows. */
    private static final String NOTHING = "";

    private final String relation;
    private final Column column;
    private final Overlap overlap;

    /** @param relation as statements write it */
    Growing(String relation, Column column, ObjectTypeSettings type) {
        this.relation = relation;
        this.column = column;
        this.overlap = Overlap.of(type, column);
    }

    /** The greatest value there is. */
    String mark(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT MAX(" + column.sql() + ") FROM " + relation);
                ResultSet greatest = statement.executeQuery()) {
            String mark = greatest.next() ? column.text(greatest, 1) : null;
            return mark == null ? NOTHING : mark;
        }
    }

    /** The condition for what came after a mark. */
    String isAfter(String mark) {
        return mark.equals(NOTHING) ? "" : column.sql() + " > ?";
    }

    /** The condition for what is before all that may still be read. */
    String isSettled() {
        return column.sql() + " <= ?";
    }

    /** The parameters of the conditions. */
    List<Object> parameters(String mark) {
        return mark.equals(NOTHING) ? List.of() : List.of(overlap.before(parameter(mark)));
    }

    String later(String mark, String other) {
        if (mark.equals(NOTHING) || other.equals(NOTHING)) {
            return mark.equals(NOTHING) ? other : mark;
        }
        return compare(parameter(mark), parameter(other)) < 0 ? other : mark;
    }

    private Object parameter(String mark) {
        try {
            return column.kind().parameter(mark);
        } catch (Misfit otherKind) {
            throw new ConnectorException(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    "The column '" + column.name() + "' held something else when changes were last read.");
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return switch (one) {
            case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) other);
            case OffsetDateTime moment -> moment.toInstant().compareTo(((OffsetDateTime) other).toInstant());
            default -> ((Comparable<Object>) one).compareTo(other);
        };
    }
}
