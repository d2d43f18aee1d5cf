package org.syncline.connectors.file.xml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class XmlContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        return new FileContractSystem(new XmlConnectorFactory(), folder, Map.of("record", "list/entries/entry"),
                StandardCharsets.UTF_8, "", new PlainXml());
    }
}
