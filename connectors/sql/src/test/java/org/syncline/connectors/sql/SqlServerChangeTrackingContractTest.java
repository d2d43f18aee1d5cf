package org.syncline.connectors.sql;

import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class SqlServerChangeTrackingContractTest extends ConnectorContract {
    @Override
    protected ConnectedSystem openSystem() {
        return new SqlContractSystem(TestDatabase.sqlServer(), "id", SqlContractSystem.Changes.TRACKING);
    }
}
