package org.syncline.connectors.ldap;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.ldap.directory.EmbeddedDirectories;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class EmbeddedContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        Map<String, String> values = Map.of("server", "embedded:data/directory.ldif", "base", "dc=example,dc=test");
        return new LdapContractSystem(folder, values, Map.of(),
                EmbeddedDirectories.open(folder.resolve("data/directory.ldif"), "dc=example,dc=test"), () -> {});
    }
}
