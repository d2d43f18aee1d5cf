package org.syncline.platform.store;

import java.time.Instant;
import java.util.List;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.store.encoding.CountedEncoding;

/** The objects that steps counted, a page a row. */
final class StepObjectsTable {
    private final Session session;
    private final Dialect dialect;

    /** One row. */
    private record Page(long step, long number) {}

    StepObjectsTable(Session session, Dialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    void keep(long step, int page, List<Counted> counted) {
        session.update("history.keep-counted", "insert into run_step_objects (step, page, objects) values (?, ?, ?)",
                parameters -> parameters.put(step).put(page).put(CountedEncoding.encode(counted)));
    }

    List<Counted> page(long step, int page) {
        return session.first("history.counted", "select objects from run_step_objects where step = ? and page = ?",
                parameters -> parameters.put(step).put(page), Row::bytes)
                .map(CountedEncoding::decode)
                .orElse(List.of());
    }

    int forget(Instant before, int limit) {
        String old = "select o.step, o.page from run_step_objects o join run_step s on s.id = o.step where s.began < ?"
                + " order by o.step, o.page " + dialect.page();
        List<Page> pages = session.list("history.old-counted", old, parameters -> parameters.put(before).put(limit),
                row -> new Page(row.number(), row.number()));
        session.batch("history.forget-counted", "delete from run_step_objects where step = ? and page = ?", pages,
                (parameters, page) -> parameters.put(page.step).put(page.number));
        return pages.size();
    }

    void forget(List<Long> steps) {
        session.batch("history.forget-counted", "delete from run_step_objects where step = ?", steps,
                (parameters, step) -> parameters.put(step));
    }
}
