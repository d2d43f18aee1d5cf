package org.syncline.connectors.ldap;

import java.time.Duration;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.DirectoryServer;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** How tests reach a directory server, through the connector or around it. */
final class Servers {
    private Servers() {}

    static Map<String, String> values(OpenLdapServer server) {
        return Map.of("server", server.url(), "base", server.baseDn(), "bind-dn", server.rootDn());
    }

    static Map<String, String> secrets(OpenLdapServer server) {
        return Map.of("password", server.password());
    }

    static Directory connect(OpenLdapServer server) {
        return DirectoryServer
                .connect(new ServerAddress("127.0.0.1", server.port(), ServerAddress.Encryption.NONE, null,
                        server.rootDn(), server.password(), 1, Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }
}
