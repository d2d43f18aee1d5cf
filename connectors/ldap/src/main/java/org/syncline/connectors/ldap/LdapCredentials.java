package org.syncline.connectors.ldap;

import org.syncline.connectors.ldap.directory.Credentials;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.spi.ConnectorSettings;

/** The settings that say who connects. */
final class LdapCredentials {
    private static final String CERTIFICATE = "client-certificate";

    private LdapCredentials() {}

    static Credentials of(ConnectorSettings settings, ServerAddress.Encryption encryption) {
        return switch (LdapSettings.value(settings, "authentication", "simple")) {
            case "simple" -> simple(settings);
            case "external" -> external(settings, encryption);
            case "gssapi" -> kerberos(settings);
            case String other -> throw LdapSettings.invalid(
                    "authentication", "'" + other + "' is none of simple, external, gssapi");
        };
    }

    private static Credentials simple(ConnectorSettings settings) {
        demandNoCertificate(settings);
        String bindDn = LdapSettings.value(settings, "bind-dn", "");
        String password = settings.secret("password").orElse("");
        if (bindDn.isEmpty() != password.isEmpty()) {
            throw LdapSettings.invalid("bind-dn",
                    bindDn.isEmpty()
                            ? "there is a password but nobody to bind as"
                            : "'" + bindDn + "' needs a password");
        }
        return bindDn.isEmpty() ? new Credentials.Anonymous() : new Credentials.Simple(bindDn, password);
    }

    private static Credentials external(ConnectorSettings settings, ServerAddress.Encryption encryption) {
        if (encryption == ServerAddress.Encryption.NONE) {
            throw LdapSettings.invalid("authentication",
                    "'external' shows a certificate, which needs an encrypted connection: use ldaps:// or start-tls");
        }
        if (settings.value("bind-dn").isPresent() || settings.secret("password").isPresent()) {
            throw LdapSettings.invalid("authentication",
                    "with 'external' the certificate says who connects: leave out 'bind-dn' and 'password'");
        }
        String file = settings.value(CERTIFICATE)
                .orElseThrow(() -> LdapSettings.invalid(CERTIFICATE, "is missing; 'external' authentication needs it"));
        return new Credentials.External(settings.folder().resolve(file),
                settings.secret("client-certificate-password").orElse(""));
    }

    private static Credentials kerberos(ConnectorSettings settings) {
        demandNoCertificate(settings);
        String principal = LdapSettings.value(settings, "bind-dn", "");
        String password = settings.secret("password").orElse("");
        if (principal.isEmpty() || password.isEmpty()) {
            throw LdapSettings.invalid("bind-dn", "'gssapi' needs a Kerberos principal here, and its 'password'");
        }
        return new Credentials.Kerberos(principal, password);
    }

    private static void demandNoCertificate(ConnectorSettings settings) {
        if (settings.value(CERTIFICATE).isPresent()) {
            throw LdapSettings.invalid(CERTIFICATE,
                    "only authentication 'external' shows a certificate; say so, or leave the setting out");
        }
    }
}
