package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.delta.LdapDelta;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EmbeddedDirectories;
import org.syncline.connectors.ldap.directory.ReplicatedDirectory;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * Where the directory is and which part of it is meant.
 *
 * @param location of the directory
 * @param base under which objects are read and written
 * @param keepsReferences whether the directory itself keeps references right
 * @param createsContainers whether missing containers are made
 * @param delta how it tells what changed
 */
public record LdapSettings(Location location, String base, boolean keepsReferences, boolean createsContainers,
        LdapDelta delta) {

    /** Where a directory is. */
    public sealed interface Location {
        Directory open(String base);

        /**
         * A server on the network.
         *
         * @param addresses its own, or those of several servers that replicate the same, the preferred one first
         */
        record Server(List<ServerAddress> addresses) implements Location {
            @Override
            public Directory open(String base) {
                return ReplicatedDirectory.connect(addresses);
            }
        }

        /**
         * The embedded directory, kept in an LDIF file.
         *
         * @param start LDIF of what it has while that file does not exist yet; null for its base alone
         */
        record Embedded(Path file, Path start) implements Location {
            @Override
            public Directory open(String base) {
                return EmbeddedDirectories.open(file, base, start);
            }
        }
    }

    private static final String CREATE_CONTAINERS = "create-missing-containers";

    public static final List<SettingDefinition> DEFINITIONS = List.of(
            SettingDefinition.required("server",
                    "ldap://host:389, ldaps://host:636, several of them that replicate each other, or embedded:FILE.ldif"),
            SettingDefinition.optional("embedded-start",
                    "LDIF of the entries an embedded directory has before it is first written", null),
            SettingDefinition.required("base", "The DN under which objects are read and written"),
            SettingDefinition.optional("authentication", "How the server knows who reads and writes: simple, external"
                    + " (by a client certificate) or gssapi (Kerberos)", "simple"),
            SettingDefinition.optional("bind-dn",
                    "Who reads and writes; anonymous when it is absent. With gssapi a Kerberos principal", null),
            SettingDefinition.secret("password", "The password of bind-dn"),
            SettingDefinition.optional("client-certificate",
                    "PKCS #12 file with the certificate of external authentication and its key", null),
            SettingDefinition.secret("client-certificate-password", "The password of that file"),
            SettingDefinition.transport("connections", "How many connections send changes at once, 1 to 64", "4"),
            SettingDefinition.transport("ca-file",
                    "Certificates to trust (PEM); else those the Java installation trusts", null),
            SettingDefinition.transport("start-tls",
                    "Whether an ldap:// connection is encrypted before the password is sent", "false"),
            SettingDefinition.transport("connect-timeout", "How long to wait for a connection (ISO 8601)", "PT10S"),
            SettingDefinition.transport("response-timeout", "How long to wait for an answer (ISO 8601)", "PT60S"),
            SettingDefinition.optional("referential-integrity",
                    "Whether the server itself corrects references when their target is renamed or deleted", "false"),
            SettingDefinition.optional(CREATE_CONTAINERS,
                    "Whether organizational units that are missing above an entry are made before it", "false"),
            SettingDefinition.optional("delta", "How the server tells what changed: " + LdapDelta.names(), "none"));

    private static final String EMBEDDED = "embedded:";

    static LdapSettings of(ConnectorSettings settings) {
        String server = required(settings, "server");
        boolean keepsReferences = truth(settings, "referential-integrity");
        if (!server.startsWith(EMBEDDED)) {
            if (settings.value("embedded-start").isPresent()) {
                throw invalid("embedded-start", "only an embedded directory has one; leave the setting out");
            }
            return new LdapSettings(new Location.Server(addresses(settings, server)), base(settings), keepsReferences,
                    createsContainers(settings), delta(settings));
        }
        if (keepsReferences) {
            throw invalid("referential-integrity",
                    "the embedded directory does not keep references right; leave the setting out");
        }
        if (delta(settings) != LdapDelta.NONE) {
            throw invalid("delta", "the embedded directory does not tell what changed; leave the setting out");
        }
        Path file = settings.folder().resolve(server.substring(EMBEDDED.length()));
        Path start = settings.value("embedded-start").map(settings.folder()::resolve).orElse(null);
        return new LdapSettings(new Location.Embedded(file, start), base(settings), false,
                createsContainers(settings), LdapDelta.NONE);
    }

    /** Whether missing containers are made. */
    public static boolean createsContainers(ConnectorSettings settings) {
        return truth(settings, CREATE_CONTAINERS);
    }

    private static LdapDelta delta(ConnectorSettings settings) {
        String text = value(settings, "delta", "none");
        return LdapDelta.named(text)
                .orElseThrow(() -> invalid("delta", "'" + text + "' is none of " + LdapDelta.names()));
    }

    /** How the servers are reached that the settings name, the preferred one first. */
    public static List<ServerAddress> addresses(ConnectorSettings settings) {
        return addresses(settings, required(settings, "server"));
    }

    private static List<ServerAddress> addresses(ConnectorSettings settings, String servers) {
        List<ServerAddress> addresses = Stream.of(servers.strip().split("[\\s,]+"))
                .map(server -> address(settings, server))
                .toList();
        if (addresses.stream().map(ServerAddress::title).distinct().count() < addresses.size()) {
            throw invalid("server", "'" + servers + "' names a server twice");
        }
        if (addresses.stream().map(ServerAddress::encryption).distinct().count() > 1) {
            throw invalid("server", "'" + servers + "' mixes ldap:// and ldaps://; use one of them for all servers");
        }
        return addresses;
    }

    private static ServerAddress address(ConnectorSettings settings, String server) {
        LDAPURL url = url(server);
        ServerAddress.Encryption encryption = encryption(settings, url);
        return new ServerAddress(url.getHost(), url.getPort(), encryption, LdapTrust.of(settings, encryption),
                LdapCredentials.of(settings, encryption), connections(settings),
                duration(settings, "connect-timeout", "PT10S"), duration(settings, "response-timeout", "PT60S"));
    }

    private static LDAPURL url(String server) {
        try {
            LDAPURL url = new LDAPURL(server);
            if (url.getHost() != null && !url.baseDNProvided() && !url.getScheme().equals("ldapi")) {
                return url;
            }
        } catch (LDAPException malformed) {
            throw invalid("server",
                    "'" + server + "' is none of ldap://host:389, ldaps://host:636, embedded:FILE.ldif");
        }
        throw invalid("server", "'" + server + "' must name a host and a port and nothing else");
    }

    private static ServerAddress.Encryption encryption(ConnectorSettings settings, LDAPURL url) {
        boolean startTls = truth(settings, "start-tls");
        boolean tls = url.getScheme().equals("ldaps");
        if (tls && startTls) {
            throw invalid("start-tls",
                    "an ldaps:// connection is encrypted already; use ldap:// or leave the setting out");
        }
        return tls
                ? ServerAddress.Encryption.TLS
                : startTls ? ServerAddress.Encryption.START_TLS : ServerAddress.Encryption.NONE;
    }

    private static boolean truth(ConnectorSettings settings, String setting) {
        return switch (value(settings, setting, "false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw invalid(setting, "'" + other + "' is neither true nor false");
        };
    }

    private static int connections(ConnectorSettings settings) {
        String text = value(settings, "connections", "4");
        if (!text.matches("[1-9]|[1-5]\\d|6[0-4]")) {
            throw invalid("connections", "'" + text + "' is not a number from 1 to 64");
        }
        return Integer.parseInt(text);
    }

    private static Duration duration(ConnectorSettings settings, String setting, String otherwise) {
        String text = value(settings, setting, otherwise);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive() && duration.compareTo(Duration.ofDays(1)) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException malformed) {
            throw invalid(setting, "'" + text + "' is no ISO 8601 duration such as PT30S");
        }
        throw invalid(setting, "'" + text + "' is not more than nothing and at most a day");
    }

    /** Under which objects are read and written. */
    public static String base(ConnectorSettings settings) {
        String base = required(settings, "base");
        if (!DN.isValidDN(base)) {
            throw invalid("base", "'" + base + "' is no distinguished name");
        }
        return base;
    }

    private static String required(ConnectorSettings settings, String setting) {
        return settings.value(setting).filter(value -> !value.isBlank())
                .orElseThrow(() -> invalid(setting, "is missing"));
    }

    static String value(ConnectorSettings settings, String setting, String otherwise) {
        return settings.value(setting).orElse(otherwise);
    }

    /** A setting that has to be corrected. */
    public static ConnectorException invalid(String setting, String problem) {
        return new ConnectorException(ConnectorException.Code.INVALID_SETTING, "Setting '" + setting + "': " + problem);
    }
}
