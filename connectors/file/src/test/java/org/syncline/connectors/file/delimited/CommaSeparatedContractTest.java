package org.syncline.connectors.file.delimited;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class CommaSeparatedContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        return new FileContractSystem(new DelimitedTextConnectorFactory(), folder,
                Map.of("multi-value-separator", FileContractSystem.VALUE_SEPARATOR), StandardCharsets.UTF_8, "",
                new PlainCsv(',', "\n"));
    }
}
