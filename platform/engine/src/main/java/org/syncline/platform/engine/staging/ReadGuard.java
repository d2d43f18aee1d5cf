package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.platform.engine.port.ImportHold;

/** Holds a connector whose full import saw suspiciously few of the objects that are staged. */
record ReadGuard(Guards guards) {

    /**
     * Judges a full import.
     *
     * @param staged how many objects of each type there were before it
     * @param seen how many of them it saw
     */
    Verdict judge(Map<String, Long> staged, Map<String, Long> seen, ImportHold hold) {
        List<String> breaches = new ArrayList<>();
        Map<String, Long> measured = new HashMap<>();
        boolean neededApproval = false;
        for (Map.Entry<String, Long> type : new TreeMap<>(staged).entrySet()) {
            long saw = seen.getOrDefault(type.getKey(), 0L);
            String words = ImportHold.seen(type.getKey());
            measured.put(words, saw);
            if (isBreached(type.getKey(), type.getValue(), saw)) {
                neededApproval = true;
                if (saw < hold.approved(words, Long.MAX_VALUE)) {
                    breaches.add(reason(type.getKey(), type.getValue(), saw));
                }
            }
        }
        return new Verdict(breaches.isEmpty() ? null : String.join(" ", breaches), measured, neededApproval);
    }

    private boolean isBreached(String type, long staged, long saw) {
        ImportGuard limits = guards.importsOf(type);
        return staged - saw > limits.floor() && saw < staged * limits.minimumShare();
    }

    private String reason(String type, long staged, long saw) {
        return "Only %d of %d staged objects of type '%s' were seen; the read guard asks for %.0f %%."
                .formatted(saw, staged, type, guards.importsOf(type).minimumShare() * 100);
    }
}
