package org.syncline.connectors.ldap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.ldap.directory.Credentials;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.DirectoryServer;
import org.syncline.connectors.ldap.directory.ServerAddress;
import org.syncline.connectors.ldap.directory.Trust;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** How tests reach a directory, through the connector or around it. */
final class Servers {
    static final String BASE = "dc=example,dc=test";

    private Servers() {}

    static ConnectorSettings settings(OpenLdapServer server, Map<String, String> others,
            ObjectTypeSettings... objectTypes) {
        Map<String, String> values = new HashMap<>(others);
        values.putIfAbsent("server", server.url());
        values.putIfAbsent("base", server.baseDn());
        values.putIfAbsent("bind-dn", server.rootDn());
        return new ConnectorSettings("directory", Path.of("."), values, Map.of("password", server.password()),
                List.of(objectTypes));
    }

    static ConnectorSettings embedded(Path folder, String file, ObjectTypeSettings... objectTypes) {
        Map<String, String> values = Map.of("server", "embedded:" + file, "base", BASE);
        return new ConnectorSettings("directory", folder, values, Map.of(), List.of(objectTypes));
    }

    static Directory connect(OpenLdapServer server) {
        return DirectoryServer
                .connect(new ServerAddress("127.0.0.1", server.port(), ServerAddress.Encryption.NONE,
                        new Trust.Installed(), new Credentials.Simple(server.rootDn(), server.password()), 1,
                        Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }
}
