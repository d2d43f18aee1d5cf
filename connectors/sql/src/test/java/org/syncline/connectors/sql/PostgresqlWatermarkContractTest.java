package org.syncline.connectors.sql;

import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class PostgresqlWatermarkContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        return new SqlContractSystem(TestDatabase.postgresql(), "id", SqlContractSystem.Changes.WATERMARK);
    }
}
