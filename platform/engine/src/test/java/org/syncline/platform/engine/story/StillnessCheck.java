package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.StoreStatistics;

/** What is at rest stays at rest: nothing that runs writes an object, an identity or an operation. */
final class StillnessCheck {
    private final House house;
    private final Staged staged;
    private final List<String> wrong = new ArrayList<>();

    StillnessCheck(House house, Staged staged) {
        this.house = house;
        this.staged = staged;
    }

    List<String> wrong() {
        check("a further cycle", house::cycle);
        for (String connector : List.of("hr", "directory")) {
            check("a full import of " + connector, () -> house.run(connector, Kind.FULL_IMPORT));
            if (!mayJoinLater(connector)) {
                check("a full synchronization of " + connector, () -> house.run(connector, Kind.FULL_SYNC));
            }
        }
        return wrong;
    }

    /** An account that nobody owned when it came is joined, like everywhere, by a full synchronization only. */
    private boolean mayJoinLater(String connector) {
        return connector.equals("directory")
                && staged.accounts().stream().anyMatch(account -> !account.link().isJoined());
    }

    private void check(String what, Runnable work) {
        StoreStatistics before = house.store().statistics();
        long sent = house.directory().counts().operations();
        work.run();
        Map<String, Long> rows = new TreeMap<>(house.store().statistics().since(before).rows());
        rows.keySet().removeIf(name -> name.startsWith("history.") || name.startsWith("watermark."));
        if (!rows.isEmpty() || house.directory().counts().operations() != sent) {
            wrong.add("There is still something to do for " + what + ": " + rows);
        }
    }
}
