package org.syncline.connectors.activedirectory;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

@Tag("samba")
class UsnPollingContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        return new ActiveDirectoryContractSystem(Map.of("delta", "usn"));
    }
}
