package org.syncline.connectors.memory;

import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class MendingMemoryContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        return new MemoryContractSystem(true, true);
    }
}
