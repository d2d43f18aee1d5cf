package org.syncline.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The database of the HR application, with a calendar whose days pass when a test says so. */
record HrDatabase(String url) {
    private static final String TODAY = "(select today from calendar)";

    /** The statements that make a database, with the calendar in the place of the clock. It begins tomorrow: later than all that is there. */
    static String withCalendar(String statements) {
        return "create table calendar (today date not null);\ninsert into calendar values (current_date + 1);\n"
                + statements.replace("current_date", TODAY);
    }

    /** The statement of the connector that writes back, with the calendar in the place of the clock. */
    static void useCalendar(ConfigurationFolder folder) {
        folder.replace("connectors/hr.xml", "changed = current_timestamp", "changed = " + TODAY);
    }

    /** What the HR application does; {@code today} in it is the day of the calendar. */
    void change(String statements) {
        run(statements.replace("today", TODAY));
    }

    void passDays(int days) {
        run("update calendar set today = today + " + days);
    }

    void run(String statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failure) {
            throw new AssertionError(statements, failure);
        }
    }

    /** Account names by the number of the employee. */
    Map<Integer, String> accountNames() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, account_name from person")) {
            Map<Integer, String> names = new TreeMap<>();
            while (rows.next()) {
                names.put(rows.getInt(1), rows.getString(2));
            }
            return names;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
