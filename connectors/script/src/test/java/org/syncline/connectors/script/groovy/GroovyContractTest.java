package org.syncline.connectors.script.groovy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.script.LogSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class GroovyContractTest extends ConnectorContract {
    private static final GroovyConnectorFactory FACTORY = new GroovyConnectorFactory();

    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() throws IOException {
        try (InputStream script = GroovyContractTest.class.getResourceAsStream("/scripts/log_system.groovy")) {
            Files.copy(script, folder.resolve("log.groovy"));
        }
        return new LogSystem(FACTORY, folder, Map.of("file", "log.groovy", "parameter.log", "log.jsonl"));
    }
}
