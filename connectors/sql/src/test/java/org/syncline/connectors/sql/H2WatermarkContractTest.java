package org.syncline.connectors.sql;

import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class H2WatermarkContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        return new SqlContractSystem(TestDatabase.h2(), "id", SqlContractSystem.Changes.WATERMARK);
    }
}
