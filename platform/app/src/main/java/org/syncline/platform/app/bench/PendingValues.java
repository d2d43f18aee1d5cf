package org.syncline.platform.app.bench;

import java.util.List;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.schema.identity.Delta;

/** Counts the values that wait to be sent to a connector. */
final class PendingValues {
    private static final int PAGE = 500;
    private final ConnectorSpace space;
    private final ConnectorDefinition connector;

    PendingValues(ConnectorSpace space, ConnectorDefinition connector) {
        this.space = space;
        this.connector = connector;
    }

    long count() {
        long values = 0;
        for (ConnectedObjectType type : connector.objectTypes()) {
            values += count(type.type().name(), Delta.Kind.ADD) + count(type.type().name(), Delta.Kind.UPDATE);
        }
        return values;
    }

    private long count(String type, Delta.Kind kind) {
        long values = 0;
        List<Long> page = space.pendingExports(connector.name(), type, kind, 0, PAGE);
        while (!page.isEmpty()) {
            values += space.load(page).stream()
                    .flatMap(object -> object.hologram().pendingExport().changes().stream())
                    .mapToLong(change -> change.added().size() + change.removed().size())
                    .sum();
            page = space.pendingExports(connector.name(), type, kind, page.getLast(), PAGE);
        }
        return values;
    }
}
