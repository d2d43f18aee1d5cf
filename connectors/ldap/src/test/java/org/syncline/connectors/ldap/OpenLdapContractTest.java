package org.syncline.connectors.ldap;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class OpenLdapContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        OpenLdapServer server = OpenLdapServer.start();
        return new LdapContractSystem(new LdapConnectorFactory(), Servers.settings(server, Map.of()),
                Servers.connect(server),
                () -> {}, server::close);
    }
}
