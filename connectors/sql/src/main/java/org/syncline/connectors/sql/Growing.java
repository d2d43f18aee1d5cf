package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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
        return ask("MAX", connection);
    }

    private String ask(String function, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + function + "(" + column.sql() + ") FROM " + relation);
                ResultSet answer = statement.executeQuery()) {
            String mark = answer.next() ? column.text(answer, 1) : null;
            return mark == null ? NOTHING : mark;
        }
    }

    /** The condition for what came after a mark. */
    String isAfter(String mark) {
        return isEmpty(mark) ? "" : column.sql() + " > ?";
    }

    /** The condition for what is before all that may still be read. */
    String isSettled() {
        return column.sql() + " <= ?";
    }

    /** The parameters of the conditions. */
    List<Object> parameters(String mark) {
        return isEmpty(mark) ? List.of() : List.of(overlap.before(parameter(mark)));
    }

    /** Whether a mark is that of a table without rows. */
    boolean isEmpty(String mark) {
        return mark.equals(NOTHING);
    }

    /** Whether a mark lies before another. */
    boolean isBefore(String mark, String other) {
        if (isEmpty(mark) || isEmpty(other)) {
            return isEmpty(mark) && !isEmpty(other);
        }
        return compare(parameter(mark), parameter(other)) < 0;
    }

    /** That the column no longer holds what it once did. */
    String wentBack(String mark, String now) {
        return "column '" + column.name() + "' held " + mark + " when it was last read and now holds "
                + (isEmpty(now) ? "nothing" : "at most " + now);
    }

    /**
     * Demands that the row a mark was taken from, or an older one, is still there: else newer ones may be gone, too.
     *
     * @param shown the table, for the message
     */
    void demandKept(String mark, String shown, Connection connection) throws SQLException {
        String oldest = ask("MIN", connection);
        if (!isEmpty(mark) && (isEmpty(oldest) || isBefore(mark, oldest))) {
            throw SqlErrors.expired("Changes were last read up to " + mark + " of the column '" + column.name()
                    + "', and "
                    + shown + (isEmpty(oldest) ? " is empty" : " begins at " + oldest) + ": changes may have been"
                    + " removed unread. Keep them for longer than imports are apart.");
        }
    }

    private Object parameter(String mark) {
        try {
            return column.kind().parameter(mark);
        } catch (Misfit otherKind) {
            throw SqlErrors.expired(
                    "The column '" + column.name() + "' held something else when changes were last read.");
        }
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return switch (one) {
            case byte[] bytes -> Arrays.compareUnsigned(bytes, (byte[]) other);
            case String text -> 0; // only the database knows how its texts are ordered
            case OffsetDateTime moment -> moment.toInstant().compareTo(((OffsetDateTime) other).toInstant());
            default -> ((Comparable<Object>) one).compareTo(other);
        };
    }
}
