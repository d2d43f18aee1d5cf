package org.syncline.connectors.ldap;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.testkit.openldap.OpenLdapFeature;
import org.syncline.connectors.testkit.openldap.OpenLdapServer;

/** The scenarios against an OpenLDAP server. */
@Tag("slapd")
abstract class OpenLdapDeltaScenarios extends DeltaScenarios {
    private final String delta;
    private final OpenLdapFeature feature;
    private OpenLdapServer server;
    private Directory backDoor;

    OpenLdapDeltaScenarios(String delta, OpenLdapFeature feature) {
        this.delta = delta;
        this.feature = feature;
    }

    @BeforeEach
    final void start() {
        restartWith(feature);
    }

    /** Another server with these features in the place of this one. */
    final void restartWith(OpenLdapFeature... features) {
        stop();
        server = OpenLdapServer.start(features);
        backDoor = Servers.connect(server);
    }

    @AfterEach
    final void stop() {
        if (server != null) {
            backDoor.close();
            server.close();
        }
    }

    final OpenLdapServer server() {
        return server;
    }

    @Override
    final ConnectorSettings settings() {
        return Servers.settings(server, Map.of("delta", delta));
    }

    @Override
    final Directory backDoor() {
        return backDoor;
    }
}
