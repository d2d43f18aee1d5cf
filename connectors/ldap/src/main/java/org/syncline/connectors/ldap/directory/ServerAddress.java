package org.syncline.connectors.ldap.directory;

import java.time.Duration;

/**
 * How a directory server is reached.
 *
 * @param host name or address
 * @param port its port
 * @param encryption of the connection
 * @param trust which certificates of the server are trusted
 * @param credentials of the account that reads and writes
 * @param connections at most
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the server answers
 */
public record ServerAddress(String host, int port, Encryption encryption, Trust trust, Credentials credentials,
        int connections, Duration connectTimeout, Duration responseTimeout) {

    /** How a connection is encrypted. */
    public enum Encryption {
        NONE,
        /** Encrypted from the first byte: {@code ldaps://}. */
        TLS,
        /** Encrypted before the credentials are sent. */
        START_TLS
    }

    /** What messages call the server. */
    public String title() {
        return (encryption == Encryption.TLS ? "ldaps://" : "ldap://") + host + ":" + port;
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return title();
    }
}
