package org.syncline.connectors.ldap.directory;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a directory server is reached.
 *
 * @param host name or address
 * @param port its port
 * @param encryption of the connection
 * @param caFile certificates to trust (PEM); null for those the Java installation trusts
 * @param bindDn who reads and writes; empty for anonymous
 * @param password of {@code bindDn}
 * @param connections at most
 * @param connectTimeout until a connection stands
 * @param responseTimeout until the server answers
 */
public record ServerAddress(String host, int port, Encryption encryption, Path caFile, String bindDn, String password,
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

    /** Without the password. */
    @Override
    public String toString() {
        return title();
    }
}
