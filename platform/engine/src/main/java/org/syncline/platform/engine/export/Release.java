package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.platform.engine.guard.ExportEffects;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/**
 * Which pending exports may be sent: those that no breach concerns, and those that a person released, as long as they are exactly what
 * the person saw.
 */
final class Release {
    private final List<Breach> breaches;
    private final ExportEffects effects;
    private final List<Approval> approvals;
    private final Map<Long, Set<ContentHash>> approved = new HashMap<>();
    private final List<String> changed = new ArrayList<>();
    private final Set<Long> released = ConcurrentHashMap.newKeySet();
    private long held;

    Release(String connector, List<Breach> breaches, ExportEffects effects, GuardHistory history) {
        this.breaches = breaches;
        this.effects = effects;
        this.approvals = history.approvals(connector).stream().filter(Approval::isOpen).toList();
        if (!breaches.isEmpty()) {
            approvals.forEach(approval -> history.review(connector, approval.digest()).ifPresent(this::release));
        }
    }

    private void release(GuardHistory.Review review) {
        review.changes()
                .forEach((object, change) -> approved.computeIfAbsent(object, unused -> new HashSet<>()).add(change));
    }

    /** Those that a person gave and no export has used yet. */
    List<Approval> approvals() {
        return approvals;
    }

    boolean allows(ConnectorSpaceObject object) {
        if (breaches.isEmpty()) {
            return true;
        }
        Set<Affected> would = effects.of(object);
        if (breaches.stream().noneMatch(breach -> breach.concerns(would))) {
            return true;
        }
        Set<ContentHash> seen = approved.getOrDefault(object.id(), Set.of());
        if (seen.contains(ChangeHash.of(object))) {
            released.add(object.id());
            return true;
        }
        held++;
        if (!seen.isEmpty()) {
            changed.add(object.title());
        }
        return false;
    }

    /** Whether there is no need to look at any object of a kind: all of them are held. */
    boolean holdsEvery(String objectType, Delta.Kind kind) {
        return approved.isEmpty() && breaches.stream()
                .anyMatch(breach -> breach.holdsAll() || breach.what().equals(Affected.of(objectType, kind(kind))));
    }

    private static ChangeKind kind(Delta.Kind kind) {
        return switch (kind) {
            case ADD -> ChangeKind.ADD;
            case DELETE -> ChangeKind.DELETE;
            case NONE, UPDATE -> ChangeKind.UPDATE;
        };
    }

    void noteHeld(long objects) {
        held += objects;
    }

    /** How many were not allowed. */
    long held() {
        return held;
    }

    /** Whether it went out because a person released it. */
    boolean isReleased(long object) {
        return released.contains(object);
    }

    long released() {
        return released.size();
    }

    /** What those are called that changed after a person had released them. */
    List<String> changed() {
        return changed;
    }
}
