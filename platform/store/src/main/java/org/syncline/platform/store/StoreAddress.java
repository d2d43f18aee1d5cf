package org.syncline.platform.store;

/**
 * Where a store on a database server lies.
 *
 * @param url for JDBC: {@code jdbc:postgresql://db.example.com/syncline}
 */
public record StoreAddress(String url, String user, String password) {
    Database database() {
        return new PostgresDatabase(this);
    }

    @Override
    public String toString() {
        return url + " as " + user;
    }
}
