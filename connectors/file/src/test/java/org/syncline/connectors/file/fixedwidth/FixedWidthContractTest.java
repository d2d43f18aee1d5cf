package org.syncline.connectors.file.fixedwidth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;
import org.syncline.connectors.testkit.ContractTypes;

class FixedWidthContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        Map<String, String> settings = Map.of("columns", PlainLines.columns(), "missing-file", "empty",
                "multi-value-separator", FileContractSystem.VALUE_SEPARATOR);
        return new FileContractSystem(new FixedWidthConnectorFactory(), folder, settings, StandardCharsets.UTF_8, "",
                new PlainLines(), ContractTypes.NOTE);
    }
}
