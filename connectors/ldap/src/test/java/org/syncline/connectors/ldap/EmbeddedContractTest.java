package org.syncline.connectors.ldap;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EmbeddedDirectories;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class EmbeddedContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        Directory backDoor = EmbeddedDirectories.open(folder.resolve("data/directory.ldif"), Servers.BASE, null);
        return new LdapContractSystem(new LdapConnectorFactory(), Servers.embedded(folder, "data/directory.ldif"),
                backDoor,
                () -> {}, () -> {});
    }
}
