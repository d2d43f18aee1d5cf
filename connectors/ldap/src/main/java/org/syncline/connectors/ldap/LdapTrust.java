package org.syncline.connectors.ldap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.ldap.directory.Trust;
import org.syncline.connectors.spi.ConnectorSettings;

/** The settings that say which certificates of a server are trusted. */
final class LdapTrust {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private LdapTrust() {}

    static Trust of(ConnectorSettings settings, ServerAddress.Encryption encryption) {
        Optional<String> caFile = settings.value("ca-file");
        Optional<String> pinned = settings.value("pinned-certificate");
        if (pinned.isPresent() && caFile.isPresent()) {
            throw LdapSettings.invalid("pinned-certificate", "'ca-file' says something else; leave out one of them");
        }
        if (pinned.isPresent() && encryption == ServerAddress.Encryption.NONE) {
            throw LdapSettings.invalid("pinned-certificate",
                    "the connection is not encrypted: use ldaps:// or start-tls, or leave the setting out");
        }
        return pinned.<Trust>map(fingerprint -> new Trust.Pinned(fingerprint(fingerprint)))
                .orElseGet(() -> caFile.<Trust>map(file -> new Trust.Issuers(settings.folder().resolve(file)))
                        .orElseGet(Trust.Installed::new));
    }

    /** As openssl and browsers show it, with or without colons. */
    private static String fingerprint(String text) {
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT).strip();
        if (!FINGERPRINT.matcher(digits).matches()) {
            throw LdapSettings.invalid("pinned-certificate", "'" + text
                    + "' is no SHA-256 fingerprint of 64 hexadecimal digits, such as"
                    + " 'openssl x509 -noout -fingerprint -sha256 -in FILE' prints");
        }
        return digits;
    }
}
