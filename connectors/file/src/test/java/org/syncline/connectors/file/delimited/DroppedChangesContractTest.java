package org.syncline.connectors.file.delimited;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class DroppedChangesContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Override
    protected ConnectedSystem openSystem() {
        return new DroppedChangesSystem(folder, elsewhere);
    }
}
