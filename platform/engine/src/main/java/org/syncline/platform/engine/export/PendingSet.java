package org.syncline.platform.engine.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.GuardHistory.Review;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** All pending exports of one connector, read page by page in the order in which they would be sent. */
public final class PendingSet {
    private static final int PAGE = 500;

    private final ConnectorDefinition connector;
    private final Store store;

    public PendingSet(ConnectorDefinition connector, Store store) {
        this.connector = connector;
        this.store = store;
    }

    /** Reads the set; the result names it. */
    public Review read(Instant now, Consumer<ConnectorSpaceObject> reader) {
        Map<Long, ContentHash> changes = new HashMap<>();
        ExportOrder order = new ExportOrder(store.connectorSpace(), connector, false, (type, kind) -> true, kept -> {});
        for (List<Long> ids = order.next(PAGE); !ids.isEmpty(); ids = order.next(PAGE)) {
            for (ConnectorSpaceObject object : store.connectorSpace().load(ids)) {
                changes.put(object.id(), ChangeHash.of(object));
                reader.accept(object);
            }
        }
        return new Review(connector.name(), ChangeHash.digest(changes), now, changes);
    }
}
