package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The accounts that a page of exports refers to and that no accepted add has created yet. */
public final class MissingTargets {
    private final ConnectorDefinition connector;
    private final Map<ContentHash, Set<Long>> drafts = new HashMap<>();

    private MissingTargets(ConnectorDefinition connector) {
        this.connector = connector;
    }

    /** Looks up, for all objects at once, what their exports would newly refer to. */
    static MissingTargets of(
            List<ConnectorSpaceObject> objects, ConnectorDefinition connector, ConnectorSpace connectorSpace) {
        MissingTargets missing = new MissingTargets(connector);
        Set<ContentHash> keys = new HashSet<>();
        for (ConnectorSpaceObject object : objects) {
            for (Delta.AttributeChange change : object.hologram().pendingExport().changes()) {
                if (isReference(object, change)) {
                    change.added().forEach(value -> keys.add(missing.key(object, change, value)));
                }
            }
        }
        if (!keys.isEmpty()) {
            missing.find(keys, connectorSpace);
        }
        return missing;
    }

    private void find(Set<ContentHash> keys, ConnectorSpace connectorSpace) {
        Map<ContentHash, List<AccountName>> found = connectorSpace.findNames(keys);
        List<Long> unanchored = new ArrayList<>();
        found.values().removeIf(holders -> holders.stream().anyMatch(holder -> holder.anchor() != null));
        found.values().forEach(holders -> holders.forEach(holder -> unanchored.add(holder.id())));
        if (unanchored.isEmpty()) {
            return;
        }
        Set<Long> notCreated = new HashSet<>();
        connectorSpace.load(unanchored).stream()
                .filter(ConnectorSpaceObject::isDraft)
                .forEach(draft -> notCreated.add(draft.id()));
        found.forEach((key, holders) -> {
            List<Long> ids = holders.stream().map(AccountName::id).toList();
            if (notCreated.containsAll(ids)) {
                drafts.put(key, Set.copyOf(ids));
            }
        });
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    /** The numbers of the drafts, of which any would do, that a value refers to; none for a value that can be sent. */
    Set<Long> targets(ConnectorSpaceObject owner, Delta.AttributeChange change, Value value) {
        return isReference(owner, change) ? drafts.getOrDefault(key(owner, change, value), Set.of()) : Set.of();
    }

    static boolean isReference(ConnectorSpaceObject owner, Delta.AttributeChange change) {
        return owner.type().attribute(change.attribute()).type() == AttributeType.REFERENCE;
    }

    private ContentHash key(ConnectorSpaceObject owner, Delta.AttributeChange change, Value value) {
        AttributeDefinition attribute = owner.type().attribute(change.attribute());
        ConnectedAttribute definition = connector
                .objectType(owner.type().name())
                .flatMap(type -> type.attribute(attribute.name()))
                .orElseThrow();
        String to = definition.referenceTo() == null ? owner.type().name() : definition.referenceTo();
        return Keys.reference(connector.name(), to, definition.referenceBy(), (ReferenceValue) value);
    }
}
