package org.syncline.platform.engine.operations;

import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.GivenObject;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** Objects as if their systems had just reported them so: given whole, or stored ones with other values. */
final class GivenObjects {
    /** Beyond every number that is in use, and below those that previews make up. */
    private static final long FIRST = 1L << 61;

    private final Store store;
    private final PinnedRules rules;
    private long next = FIRST;

    GivenObjects(Store store, PinnedRules rules) {
        this.store = store;
        this.rules = rules;
    }

    /** The object as it is staged, and as it would be. */
    Preview.Given changed(ConnectorSpaceObject object, Map<String, List<String>> values) {
        Attributes imported = object.hologram().imported();
        if (imported == null) {
            throw new OperationRefused(
                    "'" + object.title() + "' does not exist in its system, so it can hold no values");
        }
        return new Preview.Given(object,
                object.with(object.hologram().stage(GivenImage.set(imported, imported.dn() != null, values))));
    }

    Preview.Given given(GivenObject given) {
        ConnectedObjectType type = type(given);
        GivenImage image = GivenImage.of(given, type, given.dn() != null);
        Anchor anchor = image.anchor() == null && given.dn() != null ? new Anchor(given.dn()) : image.anchor();
        ConnectorSpaceObject stored = stored(given, type, anchor);
        return new Preview.Given(
                stored, stored.with(stored.hologram().stage(given.deleted() ? null : image.attributes())));
    }

    private ConnectedObjectType type(GivenObject given) {
        ConnectorDefinition connector = rules.ruleset().connectors().get(given.connector());
        if (connector == null) {
            throw new OperationRefused("There is no connector '" + given.connector() + "'; there are "
                    + String.join(", ", rules.ruleset().connectors().keySet()));
        }
        return connector.objectType(given.objectType())
                .orElseThrow(() -> new OperationRefused("Connector '" + connector.name() + "' has no object type '"
                        + given.objectType() + "'; there are " + String.join(", ",
                                connector.objectTypes().stream().map(one -> one.type().name()).toList())));
    }

    /** The staged object with this anchor, or a new one. */
    private ConnectorSpaceObject stored(GivenObject given, ConnectedObjectType type, Anchor anchor) {
        if (anchor == null) {
            throw new OperationRefused("A given object of '" + given.connector() + "' has no value in "
                    + String.join(", ", type.anchor()) + ", which says which object it is");
        }
        ContentHash key = Keys.anchor(given.connector(), type.type().name(), anchor);
        List<Long> ids = store.connectorSpace().find(List.of(key)).getOrDefault(key, List.of());
        return store.connectorSpace().load(ids).stream()
                .findFirst()
                .orElseGet(() -> ConnectorSpaceObject.unseen(next++, given.connector(), anchor, type.type()));
    }
}
