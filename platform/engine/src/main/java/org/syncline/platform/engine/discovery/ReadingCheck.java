package org.syncline.platform.engine.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.connection.Connectors;

/** Reads the first objects of a connector as an import does, which stages nothing. */
record ReadingCheck(Connectors connectors) {
    private static final int FIRST = 200;

    /** @throws org.syncline.connectors.spi.ConnectorException if the connector cannot be opened or read at all */
    List<ConnectionFinding> check(ConnectorDefinition definition) {
        try (Connector connector = connectors.open(definition);
                ImportPages pages = connector.read(ImportRequest.full(FIRST))) {
            Optional<ImportPage> page = pages.next();
            return page.map(ReadingCheck::findings).orElse(List.of());
        }
    }

    private static List<ConnectionFinding> findings(ImportPage page) {
        int read = page.changes().size() + page.errors().size();
        Map<String, List<DiscoveryError>> kinds = page.errors().stream()
                .collect(Collectors.groupingBy(error -> error.code() + " " + error.objectType(), LinkedHashMap::new,
                        Collectors.toList()));
        return kinds.values().stream()
                .map(errors -> ConnectionFinding.error(Where.type(errors.getFirst().objectType()),
                        errors.size() + " of the first " + read + " objects cannot be read, such as "
                                + errors.getFirst().message().replaceFirst("\\.$", ""),
                        null))
                .toList();
    }
}
