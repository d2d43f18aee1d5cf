package org.syncline.connectors.script.program;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.script.LogSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

class PythonContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() throws Exception {
        assumeTrue(Programs.runs("python3", "--version"), "there is no python3 on this machine");
        Programs.resource(folder, "log_system.py");
        return new LogSystem(new ProgramConnectorFactory(), folder, Map.of(
                "command", "python3 log_system.py log.jsonl",
                "capabilities", "full-import delta-import read-one export value-level-export"));
    }
}
