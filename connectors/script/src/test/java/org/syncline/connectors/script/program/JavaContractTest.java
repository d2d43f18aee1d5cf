package org.syncline.connectors.script.program;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.script.LogSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

/** Runs on every machine; writes attributes as a whole. */
class JavaContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        return new LogSystem(new ProgramConnectorFactory(), folder, Map.of(
                "command", Programs.java(LogProgram.class, "log.jsonl"),
                "capabilities", "full-import read-one export"));
    }
}
