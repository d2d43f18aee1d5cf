package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.port.StoreStatistics;

/** What is at rest stays at rest: nothing that runs writes an object, an identity or an operation. */
final class StillnessCheck {
    private static final List<String> BOOK_KEEPING = List.of("history.", "watermark.", "guard.");

    private final Landscape landscape;
    private final Staged staged;
    private final List<String> wrong = new ArrayList<>();

    StillnessCheck(Landscape landscape, Staged staged) {
        this.landscape = landscape;
        this.staged = staged;
    }

    List<String> wrong() {
        check("a further cycle", landscape::cycle);
        for (String connector : Landscape.CONNECTORS) {
            check("a full import of " + connector, () -> landscape.run(connector, Kind.FULL_IMPORT));
            if (!mayJoinLater(connector)) {
                check("a full synchronization of " + connector, () -> landscape.run(connector, Kind.FULL_SYNC));
            }
        }
        return wrong;
    }

    /** An account that nobody owned when it came is joined, like everywhere, by a full synchronization only. */
    private boolean mayJoinLater(String connector) {
        return Landscape.TARGETS.contains(connector)
                && staged.of(connector).stream().anyMatch(account -> !account.link().isJoined());
    }

    private long sent() {
        return Landscape.TARGETS.stream()
                .mapToLong(target -> landscape.system(target).counts().operations()).sum();
    }

    private void check(String what, Runnable work) {
        StoreStatistics before = landscape.store().statistics();
        long sent = sent();
        work.run();
        Map<String, Long> rows = new TreeMap<>(landscape.store().statistics().since(before).rows());
        rows.keySet().removeIf(name -> BOOK_KEEPING.stream().anyMatch(name::startsWith));
        if (!rows.isEmpty() || sent() != sent) {
            wrong.add("There is still something to do for " + what + ": " + rows);
        }
    }
}
