package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/** The order of an export: additions by object type as they are declared, then updates, then deletions backwards. */
final class ExportOrder {
    private record Part(String objectType, Delta.Kind kind) {}

    private final ConnectorSpace connectorSpace;
    private final String connector;
    private final List<Part> parts = new ArrayList<>();
    private int part;
    private long after;

    /** @param sent which kinds of which object types are sent at all */
    ExportOrder(
            ConnectorSpace connectorSpace, ConnectorDefinition connector, BiPredicate<String, Delta.Kind> sent) {
        this.connectorSpace = connectorSpace;
        this.connector = connector.name();
        List<String> types =
                connector.objectTypes().stream().map(ConnectedObjectType::type).map(ObjectType::name).toList();
        for (Delta.Kind kind : List.of(Delta.Kind.ADD, Delta.Kind.UPDATE, Delta.Kind.DELETE)) {
            (kind == Delta.Kind.DELETE ? types.reversed() : types).stream()
                    .filter(type -> sent.test(type, kind))
                    .forEach(type -> parts.add(new Part(type, kind)));
        }
    }

    /** The next objects to send; empty when there are no more. */
    List<Long> next(int limit) {
        while (part < parts.size()) {
            Part current = parts.get(part);
            List<Long> ids =
                    connectorSpace.pendingExports(connector, current.objectType(), current.kind(), after, limit);
            if (!ids.isEmpty()) {
                after = ids.getLast();
                return ids;
            }
            part++;
            after = 0;
        }
        return List.of();
    }
}
