package org.syncline.connectors.file.pairs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.ContractTypes;

class PairsContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        return new FileContractSystem(new PairsConnectorFactory(), folder, Map.of("missing-file", "empty"),
                StandardCharsets.UTF_8, "", new PlainPairs(), ContractTypes.NOTE);
    }
}
