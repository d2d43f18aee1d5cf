package org.syncline.platform.store;

import java.sql.SQLException;
import org.syncline.platform.engine.port.StoreException;

/** Says in plain words why PostgreSQL does not let a store be opened. */
final class PostgresRefusal {
    private PostgresRefusal() {}

    static StoreException of(StoreAddress address, SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        return new StoreException(message(address, state, firstLine(exception)), exception);
    }

    private static String message(StoreAddress address, String state, String reason) {
        String store = "The store " + address.url();
        return switch (state) {
            case "28P01", "28000" -> store + " refused the user '" + address.user() + "' or the password (" + reason
                    + "). Correct <store> in syncline.xml or the secret it names; else let pg_hba.conf on the server admit this user";
            case "3D000" -> store + " is a database that does not exist (" + reason
                    + "). Create it: create database ... owner " + address.user();
            case Refusal.LACKING_RIGHTS -> "The user '" + address.user() + "' lacks rights in the store "
                    + address.url()
                    + " (" + reason
                    + "). Make the user owner of the database, or of a schema of its own and add ?currentSchema=... to the"
                    + " address; or let the owner run 'syncline store update FOLDER --user OWNER --secret NAME' and grant"
                    + " the user select, insert, update and delete on all tables";
            case "53300" -> store + " has no connection left (" + reason
                    + "). Syncline needs two: close others, or raise max_connections";
            case "57P03" -> store + " is starting or stopping (" + reason + "). Try again in a moment";
            case "08001", "08006", "08004" -> store + " cannot be reached (" + reason
                    + "). Check host and port, whether the server runs, and whether it takes connections from this machine";
            default -> store + " cannot be opened (" + reason + ")";
        };
    }

    private static String firstLine(SQLException exception) {
        return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
    }
}
