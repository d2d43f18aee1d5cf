package org.syncline.platform.app.bench;

/** A database in which a table is made, and dropped in the end. */
public record Database(String url, String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
