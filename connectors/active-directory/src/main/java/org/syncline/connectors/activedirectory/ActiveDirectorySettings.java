package org.syncline.connectors.activedirectory;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.connectors.ldap.LdapSettings;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.SettingDefinition;

/**
 * Where the domain controllers are and which part of the domain is meant.
 *
 * @param controllers the preferred one first
 * @param base under which objects are read and written
 * @param delta how what changed is found out
 */
record ActiveDirectorySettings(List<ServerAddress> controllers, String base, ActiveDirectoryDelta delta) {
    private static final SettingDefinition SERVER = SettingDefinition.required("server",
            "The domain controller, or several of the domain, the preferred one first: ldaps://dc1.contoso.com, or"
                    + " ldap://dc1.contoso.com with start-tls");
    private static final SettingDefinition DELTA = SettingDefinition.optional("delta",
            "How what changed is found out: " + ActiveDirectoryDelta.names(), "none");
    private static final Set<String> OTHERWISE_HERE =
            Set.of(SERVER.name(), DELTA.name(), "embedded-start", "referential-integrity");

    static final List<SettingDefinition> DEFINITIONS = Stream.concat(Stream.of(SERVER, DELTA),
            LdapSettings.DEFINITIONS.stream().filter(setting -> !OTHERWISE_HERE.contains(setting.name()))).toList();

    static ActiveDirectorySettings of(ConnectorSettings settings) {
        return new ActiveDirectorySettings(controllers(settings), LdapSettings.base(settings), delta(settings));
    }

    /** Active Directory takes passwords only where nobody can listen, and so does this connector send them. */
    private static List<ServerAddress> controllers(ConnectorSettings settings) {
        List<ServerAddress> controllers = LdapSettings.addresses(settings);
        for (ServerAddress controller : controllers) {
            if (controller.encryption() == ServerAddress.Encryption.NONE) {
                throw LdapSettings.invalid(SERVER.name(), "'" + controller.title()
                        + "' would send passwords that anybody can read: use ldaps://, or set start-tls to true");
            }
        }
        return controllers;
    }

    private static ActiveDirectoryDelta delta(ConnectorSettings settings) {
        String text = settings.value(DELTA.name()).orElse(DELTA.defaultValue());
        return ActiveDirectoryDelta.named(text)
                .orElseThrow(() -> LdapSettings.invalid(DELTA.name(),
                        "'" + text + "' is none of " + ActiveDirectoryDelta.names()));
    }
}
