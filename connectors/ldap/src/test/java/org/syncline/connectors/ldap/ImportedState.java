package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;

/** What is known of a directory after one or more imports, as an engine would know it. */
final class ImportedState {
    private final Map<String, String> names = new TreeMap<>();
    private final String partition;
    private Connector connector;
    private Watermark watermark;

    ImportedState(Connector connector, String partition) {
        this.connector = connector;
        this.partition = partition;
    }

    /** After a full import. */
    static ImportedState of(Connector connector) {
        ImportedState state = new ImportedState(connector, null);
        state.readEverything();
        return state;
    }

    /** The same, over another connection. */
    ImportedState goOnWith(Connector another) {
        connector = another;
        return this;
    }

    void readEverything() {
        names.clear();
        read(request(ImportRequest.full(7)));
    }

    /** Reads what changed since the last import and returns how many pages it took. */
    int readChanges() {
        return read(request(ImportRequest.delta(watermark, 7)));
    }

    private ImportRequest request(ImportRequest request) {
        return partition == null ? request : request.of(partition);
    }

    Watermark watermark() {
        return watermark;
    }

    /** By type and anchor, the object without them. */
    Map<String, String> objects() {
        return names;
    }

    /** The DNs of the persons. */
    List<String> persons() {
        return names.entrySet().stream()
                .filter(object -> object.getKey().startsWith("inetOrgPerson"))
                .map(object -> object.getValue().split("\n")[0])
                .sorted()
                .toList();
    }

    private int read(ImportRequest request) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(request)) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        pages.forEach(this::stage);
        return pages.size();
    }

    void stage(ImportPage page) {
        assertEquals(List.of(), page.errors());
        assertTrue(page.changes().size() <= 7, () -> "a page of " + page.changes().size());
        page.changes().forEach(this::stage);
        watermark = page.watermark().orElse(watermark);
    }

    private void stage(ImportedChange change) {
        String key = change.objectType() + " " + change.anchor();
        switch (change) {
            case ImportedChange.Whole whole -> names.put(key, whole.attributes().dn() + "\n" + whole.attributes());
            case ImportedChange.Deleted deleted -> names.remove(key);
            case ImportedChange.Patch patch -> throw new AssertionError("no patch expected: " + patch);
        }
    }
}
