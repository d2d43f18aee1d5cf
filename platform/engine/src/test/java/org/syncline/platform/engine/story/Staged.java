package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.platform.engine.confirmation.HeldValues;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Everything that a store holds, at one moment.
 *
 * @param held attributes of accounts that are not sent any more, by the number of the account
 */
record Staged(
        Map<String, List<ConnectorSpaceObject>> byConnector,
        List<MetaverseObject> identities,
        List<ObjectError> errors,
        Map<Long, List<String>> held) {
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
        return new Staged(
                byConnector, store.metaverse().load(store.metaverse().all(0, ALL)), errors,
                held(landscape, byConnector.get("directory")));
    }

    private static Map<Long, List<String>> held(Landscape landscape, List<ConnectorSpaceObject> accounts) {
        HeldValues values = new HeldValues(
                landscape.rules().ruleset().connectors().get("directory"), landscape.store().exportHistory());
        Map<Long, List<String>> held = new TreeMap<>();
        for (ConnectorSpaceObject account : accounts) {
            List<String> attributes = values.of(account).stream().map(Contradiction::attribute).toList();
            if (!attributes.isEmpty()) {
                held.put(account.id(), attributes);
            }
        }
        return held;
    }

    /** Whether a value of an account is not sent any more, since the directory never kept it. */
    boolean isHeld(ConnectorSpaceObject account, String attribute) {
        return held.getOrDefault(account.id(), List.of()).contains(attribute);
    }

    boolean holds(ConnectorSpaceObject account) {
        return held.containsKey(account.id());
    }

    /** What a system must hold of an object: what is wanted, but for values that are held. */
    Attributes left(ConnectorSpaceObject object) {
        return holds(object) ? object.hologram().exported() : object.hologram().wanted();
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
