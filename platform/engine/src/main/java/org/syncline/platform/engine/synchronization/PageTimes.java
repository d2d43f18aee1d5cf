package org.syncline.platform.engine.synchronization;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.dsl.expression.Present;
import org.syncline.platform.engine.port.WakeTime;

/** The times at which a page decides of objects or identities, and when the clock alone may change what it decided. */
final class PageTimes {
    private final Synchronization synchronization;
    private final Map<Long, Present> presents = new ConcurrentHashMap<>();

    PageTimes(Synchronization synchronization) {
        this.synchronization = synchronization;
    }

    Present of(long id) {
        Present known = presents.get(id);
        return known != null ? known : presents.computeIfAbsent(id, unused -> synchronization.present());
    }

    /**
     * When they are to be woken; empty where no rule reads the clock.
     *
     * @param decided everybody of whom this page decided
     * @param wereWoken whether they are here because their time had come, so that another must be set
     */
    List<WakeTime> wakeTimes(Collection<Long> decided, boolean wereWoken) {
        boolean none = !wereWoken
                && !synchronization.rules().dependsOnTime()
                && presents.values().stream().allMatch(present -> present.until() == null);
        return none ? List.of() : decided.stream().map(id -> new WakeTime(id, until(id))).toList();
    }

    private Instant until(long id) {
        Present present = presents.get(id);
        return present == null ? null : present.until();
    }
}
