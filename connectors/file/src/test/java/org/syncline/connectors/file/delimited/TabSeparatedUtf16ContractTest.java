package org.syncline.connectors.file.delimited;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ConnectorContract;

/** The dialect of a spreadsheet's "Unicode text": tabs, CRLF, UTF-16 with a byte order mark. */
class TabSeparatedUtf16ContractTest extends ConnectorContract {
    @TempDir
    Path folder;

    @Override
    protected ConnectedSystem openSystem() {
        Map<String, String> settings =
                Map.of("separator", "tab", "multi-value-separator", FileContractSystem.VALUE_SEPARATOR);
        return new FileContractSystem(new DelimitedTextConnectorFactory(), folder, settings, StandardCharsets.UTF_16LE,
                "\uFEFF",
                new PlainCsv('\t', "\r\n"));
    }
}
