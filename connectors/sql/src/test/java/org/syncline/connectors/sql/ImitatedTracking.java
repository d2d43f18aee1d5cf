package org.syncline.connectors.sql;

/** What SQL Server's change tracking would answer, as functions of an H2 database. */
public final class ImitatedTracking {
    static final String FUNCTIONS = """
            create alias OBJECT_ID for "org.syncline.connectors.sql.ImitatedTracking.object";
            create alias CHANGE_TRACKING_CURRENT_VERSION for "org.syncline.connectors.sql.ImitatedTracking.current";
            create alias CHANGE_TRACKING_MIN_VALID_VERSION for "org.syncline.connectors.sql.ImitatedTracking.oldest"
            """;

    private ImitatedTracking() {}

    public static int object(String name) {
        return name.length();
    }

    public static long current() {
        return 50;
    }

    public static long oldest(int object) {
        return 20;
    }
}
