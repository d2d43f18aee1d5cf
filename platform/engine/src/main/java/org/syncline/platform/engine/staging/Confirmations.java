package org.syncline.platform.engine.staging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;

/**
 * Whom it concerns that nothing is pending for an object after it was reported. A confirmed value is known from then on; but where an
 * import flow reads it, what it contributes is new; and what a deleted account contributed is withdrawn. What was reported before and is
 * taken back may have been seen by those who compared it with what they want.
 */
final class Confirmations {
    private final Map<String, Set<String>> readByImportFlows = new HashMap<>();

    /** @param flows of the connector */
    Confirmations(List<AttributeFlows> flows) {
        for (AttributeFlows rules : flows) {
            Set<String> read = new HashSet<>();
            rules.imports().forEach(flow -> read.addAll(flow.value().reads()));
            rules.imports().stream()
                    .filter(flow -> flow.when() != null)
                    .forEach(flow -> read.addAll(flow.when().reads()));
            readByImportFlows.computeIfAbsent(rules.objectType(), unused -> new HashSet<>()).addAll(read);
        }
    }

    /** The identities to evaluate because of changes that are staged. */
    List<Long> concerned(List<ConnectorSpaceChange> changes) {
        return changes.stream()
                .filter(this::concerns)
                .map(change -> change.before().link().identity())
                .distinct()
                .toList();
    }

    private boolean concerns(ConnectorSpaceChange change) {
        ConnectorSpaceObject before = change.before();
        ConnectorSpaceObject after = change.after();
        if (before == null || !before.link().isJoined()) {
            return false;
        }
        return after == null
                ? isRead(before.type(), Delta.delete())
                : after.hologram().pendingImport().isNone()
                        && (isTakenBack(before)
                                || isBack(before, after)
                                || isRead(
                                        after.type(),
                                        Delta.between(before.hologram().known(), after.hologram().known())));
    }

    private static boolean isTakenBack(ConnectorSpaceObject before) {
        return !before.hologram().pendingImport().isNone();
    }

    /** Whether the system confirms all that undoes its leaving: an evaluation is to find that it is no longer leaving. */
    private static boolean isBack(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        return after.leaving() != null
                && after.leaving().isOver()
                && !before.hologram().unconfirmedExport().isNone()
                && after.hologram().unconfirmedExport().isNone();
    }

    private boolean isRead(ObjectType type, Delta confirmed) {
        Set<String> read = readByImportFlows.getOrDefault(type.name(), Set.of());
        return switch (confirmed.kind()) {
            case NONE -> false;
            case ADD, DELETE -> !read.isEmpty();
            case UPDATE -> confirmed.changes().stream()
                    .map(change -> type.attribute(change.attribute()).name())
                    .anyMatch(name -> read.contains(name) || name.equals(ObjectType.DN) && !read.isEmpty());
        };
    }
}
