package org.syncline.platform.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.WakeTime;

/** When objects and identities are woken. */
final class WakeTable {
    private final Session session;
    private final Dialect dialect;
    private final String name;

    /** @param name of the port, for statistics */
    WakeTable(Session session, Dialect dialect, String name) {
        this.session = session;
        this.dialect = dialect;
        this.name = name;
    }

    /** @param space number of the connector, or of the metaverse */
    void set(int space, Collection<WakeTime> wanted) {
        session.inTransaction(() -> {
            Map<Long, Instant> stored = stored(space, wanted);
            List<WakeTime> changed =
                    wanted.stream().filter(time -> !Objects.equals(time.at(), stored.get(time.id()))).toList();
            session.batch(name + ".sleep", "delete from wake_time where connector_id = ? and id = ?",
                    changed.stream().filter(time -> stored.containsKey(time.id())).toList(),
                    (parameters, time) -> parameters.put(space).put(time.id()));
            session.insert(name + ".wake-at", "wake_time (connector_id, id, due)", 3,
                    changed.stream().filter(time -> time.at() != null).toList(),
                    (parameters, time) -> parameters.put(space).put(time.id()).put(time.at()));
        });
    }

    private Map<Long, Instant> stored(int space, Collection<WakeTime> wanted) {
        Set<Long> ids = wanted.stream().map(WakeTime::id).collect(Collectors.toSet());
        String sql = "select w.id, w.due from " + dialect.given("id")
                + " join wake_time w on w.connector_id = ? and w.id = given.id";
        return session
                .listOf(name + ".find-wake-times", sql, ids, (parameters, some) -> parameters.putAll(some).put(space),
                        row -> new WakeTime(row.number(), row.instant()))
                .stream()
                .collect(Collectors.toMap(WakeTime::id, WakeTime::at));
    }

    List<Long> due(int space, Instant now, long after, int limit) {
        String sql = "select id from wake_time where connector_id = ? and due <= ? and id > ? order by id ";
        return session.list(name + ".due", sql + dialect.page(),
                parameters -> parameters.put(space).put(now).put(after).put(limit), Row::number);
    }
}
