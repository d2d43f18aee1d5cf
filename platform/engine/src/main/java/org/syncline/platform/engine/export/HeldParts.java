package org.syncline.platform.engine.export;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.platform.engine.confirmation.HeldValues;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;

/** Takes out of exports the values that are held, because their system keeps reporting something else. */
final class HeldParts {
    private final HeldValues values;
    private final Set<Contradiction> held = new HashSet<>();

    HeldParts(HeldValues values) {
        this.values = values;
    }

    /** The object with what may be sent of its change; empty where nothing may. */
    Optional<ConnectorSpaceObject> without(ConnectorSpaceObject object) {
        List<Contradiction> kept = values.of(object);
        if (kept.isEmpty()) {
            return Optional.of(object);
        }
        held.addAll(kept);
        Set<Integer> attributes = kept.stream()
                .map(one -> object.type().index(one.attribute()))
                .collect(Collectors.toSet());
        Hologram hologram = object.hologram();
        Delta rest = hologram.pendingExport().without(change -> attributes.contains(change.attribute()));
        return rest.isNone() ? Optional.empty() : Optional.of(object.with(hologram.sending(rest)));
    }

    /** What an administrator should know of them; null for nothing. */
    String message(String folder, String connector) {
        return held.isEmpty()
                ? null
                : (held.size() == 1 ? "1 value is held" : held.size() + " values are held")
                        + ", because the system accepts it and then reports something else:\n  syncline show " + folder
                        + " errors --connector " + connector + "\nTo send it once more:\n  syncline retry " + folder
                        + " --connector " + connector;
    }
}
