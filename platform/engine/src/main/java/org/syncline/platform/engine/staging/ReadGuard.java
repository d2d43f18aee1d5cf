package org.syncline.platform.engine.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.staging.ImportScope.Group;

/** Holds a connector whose full import saw suspiciously few of the objects that are staged. */
record ReadGuard(Guards guards) {

    /**
     * Judges a full import.
     *
     * @param staged how many objects of each group there were before it
     * @param seen how many of them it saw
     */
    Verdict judge(Map<Group, Long> staged, Map<Group, Long> seen, ImportHold hold) {
        List<String> breaches = new ArrayList<>();
        Map<String, Long> measured = new HashMap<>();
        boolean neededApproval = false;
        for (Group group : expected(staged)) {
            long saw = seen.getOrDefault(group, 0L);
            String words = ImportHold.seen(group.words());
            measured.put(words, saw);
            if (isBreached(group.objectType(), staged.get(group), saw)) {
                neededApproval = true;
                if (saw < hold.approved(words, Long.MAX_VALUE)) {
                    breaches.add(reason(group, staged.get(group), saw));
                }
            }
        }
        return new Verdict(breaches.isEmpty() ? null : String.join(" ", breaches), measured, neededApproval);
    }

    private static List<Group> expected(Map<Group, Long> staged) {
        return staged.keySet().stream()
                .filter(Group::expected)
                .sorted(Comparator.comparing(Group::words))
                .toList();
    }

    private boolean isBreached(String type, long staged, long saw) {
        ImportGuard limits = guards.importsOf(type);
        return staged - saw > limits.floor() && saw < staged * limits.minimumShare();
    }

    private String reason(Group group, long staged, long saw) {
        String where = group.partition() == null ? "" : " in partition '" + group.partition() + "'";
        return "Only %d of %d staged objects of type '%s'%s were seen; the read guard asks for %.0f %%."
                .formatted(saw, staged, group.objectType(), where,
                        guards.importsOf(group.objectType()).minimumShare() * 100);
    }
}
