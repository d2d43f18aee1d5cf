package org.syncline.connectors.ldap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

@Tag("slapd")
class OpenLdapWithReferentialIntegrityContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        OpenLdapServer server = OpenLdapServer.start(OpenLdapFeature.REFERENTIAL_INTEGRITY);
        Map<String, String> values = new HashMap<>(Servers.values(server));
        values.put("referential-integrity", "true");
        return new LdapContractSystem(Path.of("."), values, Servers.secrets(server), Servers.connect(server),
                server::close);
    }
}
