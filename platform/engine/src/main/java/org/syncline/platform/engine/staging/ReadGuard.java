package org.syncline.platform.engine.staging;

import java.util.Map;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.Guards.ImportGuard;

/** Holds a connector whose full import saw suspiciously few of the objects that are staged. */
record ReadGuard(ImportGuard limits) {

    /** Why the connector is held, for the administrator; null if it is not. */
    String breach(SeenIndex index) {
        for (Map.Entry<String, Long> type : new TreeMap<>(index.staged()).entrySet()) {
            long staged = type.getValue();
            long seen = index.seen(type.getKey());
            if (staged - seen > limits.floor() && seen < staged * limits.minimumShare()) {
                return "Only %d of %d staged objects of type '%s' were seen; the read guard asks for %.0f %%."
                        .formatted(seen, staged, type.getKey(), limits.minimumShare() * 100)
                        + " Nothing is deleted and nothing of this import is synchronized until a full import sees enough."
                        + " Check whether the source is complete.";
            }
        }
        return null;
    }
}
