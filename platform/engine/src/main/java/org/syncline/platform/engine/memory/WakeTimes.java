package org.syncline.platform.engine.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.platform.engine.port.WakeTime;

/** When the objects of one space are woken. */
final class WakeTimes {
    private final Journal journal;
    private final String name;
    private final Table<Long, Instant> times;

    /** @param name of the port, for statistics */
    WakeTimes(Journal journal, String name) {
        this.journal = journal;
        this.name = name;
        this.times = Table.sorted(journal);
    }

    void set(Collection<WakeTime> wanted) {
        journal.inTransaction(() -> {
            journal.tally().read(name + ".find-wake-times");
            List<WakeTime> changed =
                    wanted.stream().filter(time -> !Objects.equals(time.at(), times.get(time.id()))).toList();
            journal.tally().wrote(name + ".sleep",
                    count(changed.stream().filter(time -> times.has(time.id())).count()));
            journal.tally().wrote(name + ".wake-at", count(changed.stream().filter(time -> time.at() != null).count()));
            changed.forEach(this::replace);
        });
    }

    private static int count(long rows) {
        return Math.toIntExact(rows);
    }

    private void replace(WakeTime time) {
        if (time.at() == null) {
            times.remove(time.id());
        } else {
            times.put(time.id(), time.at());
        }
    }

    List<Long> due(Instant now, long after, int limit) {
        journal.tally().read(name + ".due");
        return times.after(after).entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
