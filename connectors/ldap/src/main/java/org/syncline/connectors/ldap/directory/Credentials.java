package org.syncline.connectors.ldap.directory;

import java.nio.file.Path;

/** Who connects, and by what the server knows it. */
public sealed interface Credentials {

    /** Nobody in particular. */
    record Anonymous() implements Credentials {}

    /** A name and a password, sent as they are. */
    record Simple(String bindDn, String password) implements Credentials {
        /** Without the password. */
        @Override
        public String toString() {
            return bindDn;
        }
    }

    /**
     * A certificate of the client, from which the server knows the name (SASL EXTERNAL, RFC 4422, appendix A).
     *
     * @param keyStore PKCS #12 file with the certificate and its private key
     * @param password of the file
     */
    record External(Path keyStore, String password) implements Credentials {
        /** Without the password. */
        @Override
        public String toString() {
            return keyStore.toString();
        }
    }

    /**
     * A Kerberos principal (SASL GSSAPI, RFC 4752).
     *
     * @param principal such as {@code sync@CONTOSO.COM}
     */
    record Kerberos(String principal, String password) implements Credentials {
        /** Without the password. */
        @Override
        public String toString() {
            return principal;
        }
    }

    /** What messages call who connects. */
    default String title() {
        return switch (this) {
            case Anonymous() -> "an anonymous connection";
            case Simple simple -> "'" + simple.bindDn() + "'";
            case External external -> "the certificate of '" + external.keyStore() + "'";
            case Kerberos kerberos -> "'" + kerberos.principal() + "'";
        };
    }

    /** What to look at when the server refuses it. */
    default String advice() {
        return switch (this) {
            case Anonymous anonymous -> "set 'bind-dn' and 'password'";
            case Simple simple -> "check 'bind-dn' and 'password', and that the account is not locked";
            case External external ->
                    "check that it trusts who issued the certificate, and which account it takes its subject for";
            case Kerberos kerberos ->
                    "check 'bind-dn' (a principal) and 'password', and the Kerberos configuration of this machine";
        };
    }
}
