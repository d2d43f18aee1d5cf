package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Everything that a store holds, at one moment. */
record Staged(
        Map<String, List<ConnectorSpaceObject>> byConnector,
        List<MetaverseObject> identities,
        List<ObjectError> errors) {
    private static final int ALL = 1000;

    static Staged in(Landscape landscape) {
        Store store = landscape.store();
        Map<String, List<ConnectorSpaceObject>> byConnector = new TreeMap<>();
        List<ObjectError> errors = new ArrayList<>();
        for (String connector : Landscape.CONNECTORS) {
            byConnector.put(
                    connector, store.connectorSpace().load(store.connectorSpace().all(connector, 0, ALL)));
            errors.addAll(store.runHistory().errors(connector));
        }
        return new Staged(byConnector, store.metaverse().load(store.metaverse().all(0, ALL)), errors);
    }

    List<ConnectorSpaceObject> of(String connector) {
        return byConnector.get(connector);
    }

    List<ConnectorSpaceObject> objects() {
        return byConnector.values().stream().flatMap(List::stream).toList();
    }

    /** Whether somebody deleted it, which was reported. */
    boolean isReportedAsDeleted(ConnectorSpaceObject account) {
        return account.hologram().wanted() == null
                && account.link().isJoined()
                && errors.stream().anyMatch(error -> error.code().equals("account-deleted")
                        && error.object() == account.id());
    }
}
