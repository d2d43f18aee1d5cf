package org.syncline.connectors.file.delimited;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.file.FileContractSystem;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Partitions;

/** A system under the contract that drops a file of changes into a folder whenever something changes. */
final class DroppedChangesSystem implements ConnectedSystem {
    private static final Map<String, String> SETTINGS = Map.of("folder", ".", "changes", "*.csv", "rest", "PT0S",
            "missing-file", "empty", "change-column", "what", "multi-value-separator",
            FileContractSystem.VALUE_SEPARATOR);

    private final DelimitedTextConnectorFactory factory = new DelimitedTextConnectorFactory();
    private final PlainCsv csv = new PlainCsv(',', "\n");
    private final Path folder;
    private final FileContractSystem truth;

    /** @param elsewhere holds what the system itself knows */
    DroppedChangesSystem(Path folder, Path elsewhere) {
        this.folder = folder;
        this.truth = new FileContractSystem(factory, elsewhere, Map.of(), StandardCharsets.UTF_8, "", csv);
    }

    @Override
    public ConnectorFactory factory() {
        return factory;
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return new ConnectorSettings("identities", folder, SETTINGS, Map.of(), objectTypes, partitions);
    }

    @Override
    public ObjectTypeSettings person() {
        return truth.person();
    }

    @Override
    public ObjectTypeSettings group() {
        return truth.group();
    }

    @Override
    public void put(Attributes object) {
        truth.put(object);
        drop("modify", FileContractSystem.row(object));
    }

    @Override
    public void remove(String objectType, String key) {
        truth.remove(objectType, key);
        List<String> row = new ArrayList<>(Collections.nCopies(FileContractSystem.COLUMNS.size(), ""));
        row.set(FileContractSystem.COLUMNS.indexOf(ContractTypes.KEY), key);
        drop("delete", row);
    }

    /** Into the file that lies there already, if it was not taken yet. */
    private void drop(String what, List<String> row) {
        Path file = folder.resolve("changes.csv");
        String header = Files.exists(file) ? "" : line("what", FileContractSystem.COLUMNS);
        try {
            Files.writeString(file, header + line(what, row), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String line(String first, List<String> others) {
        List<String> cells = new ArrayList<>(List.of(first));
        cells.addAll(others);
        return csv.write(List.of(cells));
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return truth.objects(objectType);
    }

    @Override
    public void close() {}
}
