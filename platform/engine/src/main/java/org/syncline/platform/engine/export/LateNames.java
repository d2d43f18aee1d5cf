package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/**
 * Objects that get their new names after all other updates, because their system corrects references to them itself: until then
 * everybody may refer to them by the names they have.
 */
final class LateNames {
    private final Set<Long> waiting = new LinkedHashSet<>();

    /** What is to be sent of an object whose turn has come; nothing of one that only waits for its name. */
    Optional<ConnectorSpaceObject> atItsTurn(ConnectorSpaceObject object) {
        if (!isRenamed(object)) {
            return Optional.of(object);
        }
        waiting.add(object.id());
        return refers(object) ? Optional.of(part(object, false)) : Optional.empty();
    }

    /** What is to be sent of an object when all other updates were sent: of its references nothing, since these went before. */
    Optional<ConnectorSpaceObject> afterAll(ConnectorSpaceObject object) {
        return Optional.of(isRenamed(object) && refers(object) ? part(object, true) : object);
    }

    /** Takes some of those that wait. */
    List<Long> next(int limit) {
        List<Long> next = waiting.stream().limit(limit).toList();
        next.forEach(waiting::remove);
        return new ArrayList<>(next);
    }

    /** Takes one; false if it does not wait. */
    boolean take(long object) {
        return waiting.remove(object);
    }

    private static boolean isRenamed(ConnectorSpaceObject object) {
        Delta pending = object.hologram().pendingExport();
        return pending.kind() == Delta.Kind.UPDATE && Nested.getsName(pending);
    }

    private static boolean refers(ConnectorSpaceObject object) {
        return object.hologram().pendingExport().changes().stream()
                .anyMatch(change -> MissingTargets.isReference(object, change));
    }

    private static ConnectorSpaceObject part(ConnectorSpaceObject object, boolean name) {
        return object.with(object.hologram().sending(
                object.hologram().pendingExport().without(change -> (change.attribute() == Nested.DN) != name)));
    }
}
