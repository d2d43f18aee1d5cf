package org.syncline.connectors.ldap;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class OpenLdapContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        OpenLdapServer server = OpenLdapServer.start();
        return new LdapContractSystem(Path.of("."), Servers.values(server), Servers.secrets(server),
                Servers.connect(server),
                server::close);
    }
}
