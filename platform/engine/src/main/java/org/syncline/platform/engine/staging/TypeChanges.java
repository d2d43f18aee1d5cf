package org.syncline.platform.engine.staging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;

/**
 * Objects that got another type: the system reports the old one as deleted and a new one under the same anchor. They stay one object,
 * with its number and its link, so that it is evaluated once and nothing ends in between.
 */
final class TypeChanges {
    private final String connector;
    private final Map<String, List<String>> siblings = new HashMap<>();
    private final Map<String, Set<String>> metaverseTypes = new HashMap<>();

    /** Types of one connector can change into each other when their anchors are the same attributes. */
    TypeChanges(ConnectorDefinition connector, List<JoinRules> joinRules) {
        this.connector = connector.name();
        for (ConnectedObjectType type : connector.objectTypes()) {
            siblings.put(type.type().name(), connector.objectTypes().stream()
                    .filter(other -> other != type && other.anchor().equals(type.anchor()))
                    .map(other -> other.type().name())
                    .toList());
        }
        joinRules.forEach(rules -> metaverseTypes
                .computeIfAbsent(rules.objectType(), unused -> new HashSet<>())
                .add(rules.metaverseType()));
    }

    /** The keys under which an object stands if it has another type than the reported one; for deletions and whole objects. */
    List<ContentHash> otherKeys(ImportedChange change) {
        return change instanceof ImportedChange.Patch
                ? List.of()
                : otherKeys(change.objectType(), change.anchor());
    }

    List<ContentHash> otherKeys(String objectType, Anchor anchor) {
        return siblings.getOrDefault(objectType, List.of()).stream()
                .map(other -> Keys.anchor(connector, other, anchor))
                .toList();
    }

    boolean hasSiblings(String objectType) {
        return !siblings.getOrDefault(objectType, List.of()).isEmpty();
    }

    /** Whether the link of what is gone can stay when the object comes back with another type. */
    boolean canBecome(ConnectorSpaceObject gone, String objectType) {
        return gone.link().origin() != Link.Origin.PROVISIONING
                && (!gone.link().isJoined()
                        || Objects.equals(metaverseTypes.get(gone.type().name()), metaverseTypes.get(objectType)));
    }

    /** Whether the system said that it is gone, and synchronization does not know yet. */
    static boolean isGone(ConnectorSpaceObject object) {
        return object.hologram().known() != null
                && object.hologram().pendingImport().kind() == Delta.Kind.DELETE;
    }

    /** Whether it was reported for the first time, and synchronization does not know yet. */
    static boolean isNew(ConnectorSpaceObject object) {
        return object.hologram().known() == null
                && object.hologram().pendingImport().kind() == Delta.Kind.ADD
                && object.hologram().unconfirmedExport().isNone()
                && !object.link().isJoined();
    }

    /** The object under its new type. */
    static ConnectorSpaceObject retyped(ConnectorSpaceObject gone, Attributes reported, ContentHash report) {
        Hologram hologram = Hologram.unseen(reported.type()).stage(reported);
        return gone.with(hologram).withDraft(null).reported(report);
    }
}
