package org.syncline.platform.engine.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Keeps the list of references that exports hold back; what synchronization listed of the same objects stays in it. */
final class HeldReferences {
    private final RunHistory history;
    private final Map<Long, List<PendingReference>> listed = new HashMap<>();

    HeldReferences(String connector, RunHistory history) {
        this.history = history;
        Map<Long, List<PendingReference>> all = history.pendingReferences(connector).stream()
                .collect(Collectors.groupingBy(PendingReference::owner));
        listed.putAll(all);
    }

    /** Lists what a page held back, and no longer what it sent. */
    void replace(SentPage sent) {
        Map<Long, List<PendingReference>> now =
                sent.heldBack().stream().collect(Collectors.groupingBy(PendingReference::owner));
        Set<Long> owners = new HashSet<>(now.keySet());
        for (ConnectorSpaceObject object : sent.page().objects()) {
            if (listed.getOrDefault(object.id(), List.of()).stream().anyMatch(PendingReference::isHeldBack)) {
                owners.add(object.id());
            }
        }
        if (!owners.isEmpty()) {
            owners.forEach(owner -> relist(owner, now.getOrDefault(owner, List.of())));
            history.replaceReferences(owners, owners.stream().flatMap(owner -> listed.get(owner).stream()).toList());
        }
    }

    private void relist(long owner, List<PendingReference> now) {
        List<PendingReference> references = new ArrayList<>(listed.getOrDefault(owner, List.of()));
        references.removeIf(PendingReference::isHeldBack);
        references.addAll(now);
        listed.put(owner, references);
    }
}
