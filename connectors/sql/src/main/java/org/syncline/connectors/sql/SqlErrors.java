package org.syncline.connectors.sql;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.regex.Pattern;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportResult;

/** What databases refuse, in the words of this house; by SQLSTATE, and by number where a database has states of its own. */
final class SqlErrors {
    private static final int SQL_SERVER_NOT_NULL = 515;
    private static final int SQL_SERVER_REFERENCE = 547;
    private static final int SQL_SERVER_UNIQUE_INDEX = 2601;
    private static final int SQL_SERVER_UNIQUE_KEY = 2627;
    private static final int SQL_SERVER_LOCK_TIMEOUT = 1222;
    private static final int SQL_SERVER_LOGIN = 18456;
    private static final int SQL_SERVER_DENIED = 229;
    private static final int SQL_SERVER_COLUMN_DENIED = 230;
    private static final int SQL_SERVER_NO_SPACE = 1105;
    private static final int SQL_SERVER_READ_ONLY = 3906;
    private static final int SQL_SERVER_LOG_FULL = 9002;
    private static final int H2_CONNECTION_BROKEN = 90067;
    private static final int H2_DENIED = 90096;
    private static final int H2_READ_ONLY = 90097;
    private static final int H2_CLOSED = 90098;
    private static final int H2_SHUTDOWN = 90121;
    private static final String RUN_AGAIN = "See whether the database runs and can be reached, and run the step again.";
    private static final String COMPARE =
            "Compare the tables and columns of the connector with those of the database.";

    /** Why a statement was refused. */
    enum Kind {
        CONNECTION(ExportResult.Code.UNREACHABLE, "The connection broke", RUN_AGAIN),
        LOGIN(ExportResult.Code.PERMISSION_DENIED, "The database refuses the user or the password",
                "Correct the settings 'user' and 'password'."),
        READ_ONLY(ExportResult.Code.UNREACHABLE, "The database is read-only and takes no changes",
                "Make it writable, or connect to the server that is."),
        EXHAUSTED(ExportResult.Code.UNREACHABLE, "The database has no room left or cannot use its disk",
                "Give it room and run the step again."),
        CONFLICT(ExportResult.Code.BUSY, "Somebody else changed the same rows at the same time", "Run the step again."),
        BUSY(ExportResult.Code.BUSY, "The database did not answer in time, or somebody else holds the row",
                "Run the step again, or raise the setting 'timeout'."),
        UNIQUE(ExportResult.Code.CONSTRAINT_VIOLATION,
                "Another row has the same value, of which there may be only one", COMPARE),
        MISSING(ExportResult.Code.CONSTRAINT_VIOLATION, "A column must have a value", COMPARE),
        REFERENCE(ExportResult.Code.CONSTRAINT_VIOLATION,
                "A row that it refers to is not there, or a row that refers to it still is", COMPARE),
        CONSTRAINT(ExportResult.Code.CONSTRAINT_VIOLATION, "The table does not allow it", COMPARE),
        VALUE(ExportResult.Code.CONSTRAINT_VIOLATION, "A value is too long or is not what its column holds", COMPARE),
        DENIED(ExportResult.Code.PERMISSION_DENIED, "The user has not the right", "Grant it."),
        STATEMENT(ExportResult.Code.SCHEMA_VIOLATION, "The database does not understand the statement", COMPARE),
        OTHER(ExportResult.Code.CONSTRAINT_VIOLATION, "The database refuses it", COMPARE);

        private final ExportResult.Code code;
        private final String words;
        private final String remedy;

        Kind(ExportResult.Code code, String words, String remedy) {
            this.code = code;
            this.words = words;
            this.remedy = remedy;
        }

        /** Whether nothing at all can be written for now. */
        boolean isOutage() {
            return code == ExportResult.Code.UNREACHABLE;
        }
    }

    private SqlErrors() {}

    /** Why the database refused. */
    static Kind kind(SQLException failure) {
        SQLException cause = cause(failure);
        return switch (cause.getErrorCode()) {
            case SQL_SERVER_NOT_NULL -> Kind.MISSING;
            case SQL_SERVER_REFERENCE -> Kind.REFERENCE;
            case SQL_SERVER_UNIQUE_INDEX, SQL_SERVER_UNIQUE_KEY -> Kind.UNIQUE;
            case SQL_SERVER_LOCK_TIMEOUT -> Kind.BUSY;
            case SQL_SERVER_LOGIN -> Kind.LOGIN;
            case SQL_SERVER_DENIED, SQL_SERVER_COLUMN_DENIED, H2_DENIED -> Kind.DENIED;
            case SQL_SERVER_READ_ONLY, H2_READ_ONLY -> Kind.READ_ONLY;
            case SQL_SERVER_NO_SPACE, SQL_SERVER_LOG_FULL -> Kind.EXHAUSTED;
            case H2_CONNECTION_BROKEN, H2_CLOSED, H2_SHUTDOWN -> Kind.CONNECTION;
            default -> kind(cause.getSQLState() == null ? "" : cause.getSQLState());
        };
    }

    private static Kind kind(String state) {
        return switch (state) {
            case "23502" -> Kind.MISSING;
            case "23503", "23506" -> Kind.REFERENCE;
            case "23505" -> Kind.UNIQUE;
            case "25006" -> Kind.READ_ONLY;
            case "25P03", "25P04", "40003" -> Kind.CONNECTION;
            case "42501" -> Kind.DENIED;
            case "55P03", "57014", "HYT00", "HYT01" -> Kind.BUSY;
            default -> switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                case "08", "57" -> Kind.CONNECTION;
                case "28" -> Kind.LOGIN;
                case "40" -> Kind.CONFLICT;
                case "53", "58" -> Kind.EXHAUSTED;
                case "22" -> Kind.VALUE;
                case "23" -> Kind.CONSTRAINT;
                case "42" -> Kind.STATEMENT;
                default -> Kind.OTHER;
            };
        };
    }

    /** Drivers hide what happened to one row of a batch behind it. */
    private static SQLException cause(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
    }

    /** The database's own words in one line. */
    static String words(SQLException failure) {
        String words = cause(failure).getMessage();
        return words == null ? "no reason given" : words.strip().replaceAll("\\s+", " ");
    }

    /** Nobody can log in. */
    static ConnectorException noConnection(SqlSettings settings, SQLException failure) {
        boolean login = kind(failure) == Kind.LOGIN;
        String remedy = login
                ? Kind.LOGIN.remedy
                : "Correct the setting 'url', or see whether the database runs.";
        return new ConnectorException(
                login ? ConnectorException.Code.NO_START_CREDENTIALS : ConnectorException.Code.NO_START_CONNECTION,
                "Connector '" + settings.connector() + "': "
                        + (login ? "the database refuses the login at " : "the database cannot be reached at ")
                        + settings.place() + " (" + words(failure) + "). " + remedy,
                failure);
    }

    /** The system as a whole failed while it was read. */
    static ConnectorException broken(SqlSettings settings, String doing, SQLException failure) {
        return new ConnectorException(
                ConnectorException.Code.STOPPED_CONNECTIVITY, brokenOff(settings, doing, failure), failure);
    }

    /** A table or a view that is there and cannot be read. */
    static ConnectorException unreadable(String relation, String user, SQLException failure) {
        Kind kind = kind(failure);
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING,
                "The database refuses to read " + relation + ", which " + user + " needs: " + kind.words + " ("
                        + words(failure) + "). " + kind.remedy,
                failure);
    }

    /** What changed since the last import cannot be told any longer. */
    static ConnectorException expired(String why) {
        return new ConnectorException(
                ConnectorException.Code.FULL_IMPORT_REQUIRED, why + " Run a full import.");
    }

    /**
     * Nothing more can be written for now.
     *
     * @param mayBeDone whether nobody knows if what was sent last was done
     */
    static ExportResult.Rejected outage(SqlSettings settings, SQLException failure, boolean mayBeDone) {
        return new ExportResult.Rejected(
                mayBeDone ? ExportResult.Code.CONNECTION_LOST : ExportResult.Code.UNREACHABLE,
                mayBeDone
                        ? "The connection to " + settings.place() + " broke while the change was committed ("
                                + words(failure) + "): whether it was done is found out by reading it."
                        : brokenOff(settings, "writing", failure),
                null, null);
    }

    private static String brokenOff(SqlSettings settings, String doing, SQLException failure) {
        Kind kind = kind(failure);
        return "Connector '" + settings.connector() + "': " + doing + " at " + settings.place() + " broke off. "
                + kind.words + " (" + words(failure) + "). " + kind.remedy;
    }

    /**
     * What became of one object.
     *
     * @param sensitive whether nothing may be shown of it, and databases show values
     * @param columns that were written; the first one the database names is the guilty one
     */
    static ExportResult.Rejected rejected(SQLException failure, boolean sensitive, Collection<Cell> columns) {
        Kind kind = kind(failure);
        String guilty = guilty(words(failure), columns);
        String words = sensitive
                ? "not shown, the object has sensitive values"
                : words(failure);
        return new ExportResult.Rejected(kind.code, kind.words + " (" + words + ")", guilty, null);
    }

    private static String guilty(String words, Collection<Cell> columns) {
        for (Cell cell : columns) {
            String name = Pattern.quote(cell.format().column().name());
            if (Pattern.compile("(?i)[\"'(\\[.]" + name + "[\"') \\].,]").matcher(words).find()) {
                return cell.name();
            }
        }
        return null;
    }
}
