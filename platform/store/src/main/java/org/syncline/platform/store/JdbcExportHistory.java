package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.ExportHistory;

/** What is not settled of exports, in a database. */
final class JdbcExportHistory implements ExportHistory {
    private final Session session;

    JdbcExportHistory(Session session) {
        this.session = session;
    }

    @Override
    public List<Refusal> refusals(String connector) {
        return session.list("export.refusals",
                "select connector, object_id, change_high, change_low, code, attempts, last_attempt, next_attempt"
                        + " from export_refusal where connector = ? order by object_id",
                parameters -> parameters.put(connector), JdbcExportHistory::refusal);
    }

    private static Refusal refusal(Row row) throws SQLException {
        return new Refusal(row.text(), row.number(), row.hash(), row.text(), row.small(), row.instant(), row.instant());
    }

    @Override
    public void keepRefusals(Collection<Refusal> refusals) {
        session.inTransaction(() -> {
            delete("export.replace-refusals", "export_refusal", refusals.stream().map(Refusal::object).toList());
            session.insert("export.keep-refusals",
                    "export_refusal (object_id, connector, change_high, change_low, code, attempts, last_attempt,"
                            + " next_attempt)",
                    8, refusals, JdbcExportHistory::bind);
        });
    }

    private static void bind(Parameters parameters, Refusal refusal) throws SQLException {
        parameters.put(refusal.object())
                .put(refusal.connector())
                .put(refusal.change())
                .put(refusal.code())
                .put(refusal.attempts())
                .put(refusal.last())
                .put(refusal.next());
    }

    @Override
    public void forgetRefusals(Collection<Long> objects) {
        delete("export.forget-refusals", "export_refusal", objects);
    }

    private void delete(String name, String table, Collection<Long> objects) {
        session.batch(name, "delete from " + table + " where object_id = ?", Set.copyOf(objects),
                (parameters, object) -> parameters.put(object));
    }

    @Override
    public List<Contradiction> contradictions(String connector) {
        return session.list("export.contradictions",
                "select connector, object_id, attribute, wanted_high, wanted_low, reported_high, reported_low, times,"
                        + " first_seen from export_contradiction where connector = ? order by object_id, attribute",
                parameters -> parameters.put(connector), JdbcExportHistory::contradiction);
    }

    private static Contradiction contradiction(Row row) throws SQLException {
        return new Contradiction(row.text(), row.number(), row.text(), row.hash(), row.hash(), row.small(),
                row.instant());
    }

    @Override
    public void keepContradictions(Collection<Contradiction> contradictions) {
        session.inTransaction(() -> {
            forgetContradictions(contradictions);
            session.insert("export.keep-contradictions",
                    "export_contradiction (object_id, attribute, connector, wanted_high, wanted_low, reported_high,"
                            + " reported_low, times, first_seen)",
                    9, contradictions, JdbcExportHistory::bind);
        });
    }

    private static void bind(Parameters parameters, Contradiction contradiction) throws SQLException {
        parameters.put(contradiction.object())
                .put(contradiction.attribute())
                .put(contradiction.connector())
                .put(contradiction.wanted())
                .put(contradiction.reported())
                .put(contradiction.times())
                .put(contradiction.firstSeen());
    }

    @Override
    public void forgetContradictions(Collection<Contradiction> contradictions) {
        session.batch("export.forget-contradictions",
                "delete from export_contradiction where object_id = ? and attribute = ?", contradictions,
                (parameters, one) -> parameters.put(one.object()).put(one.attribute()));
    }

    @Override
    public void forgetContradictionsOf(Collection<Long> objects) {
        delete("export.forget-contradictions", "export_contradiction", objects);
    }
}
