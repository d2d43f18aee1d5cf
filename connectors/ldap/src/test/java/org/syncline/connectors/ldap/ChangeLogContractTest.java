package org.syncline.connectors.ldap;

import java.util.Map;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class ChangeLogContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        LoggingServer server = new LoggingServer(1_000);
        return new LdapContractSystem(new LdapConnectorFactory(), server.settings(Map.of("delta", "changelog")),
                server.connect(), () -> {}, server::close);
    }
}
