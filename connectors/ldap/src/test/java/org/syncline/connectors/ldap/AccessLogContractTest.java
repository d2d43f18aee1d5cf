package org.syncline.connectors.ldap;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class AccessLogContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        OpenLdapServer server = OpenLdapServer.start(OpenLdapFeature.CONTENT_SYNC, OpenLdapFeature.ACCESS_LOG);
        return new LdapContractSystem(new LdapConnectorFactory(),
                Servers.settings(server, Map.of("delta", "accesslog")), Servers.connect(server), () -> {},
                server::close);
    }
}
