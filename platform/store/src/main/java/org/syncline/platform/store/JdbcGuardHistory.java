package org.syncline.platform.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.store.encoding.ByteReader;
import org.syncline.platform.store.encoding.ByteWriter;
import org.syncline.schema.identity.ContentHash;

/** What guards remember, in a database. */
final class JdbcGuardHistory implements GuardHistory {
    private final Session session;
    private final Numbers numbers;

    JdbcGuardHistory(Session session, Numbers numbers) {
        this.session = session;
        this.numbers = numbers;
    }

    private record Sent(Affected what, long count) {}

    @Override
    public void noteSent(String connector, Instant when, Map<Affected, Long> sent) {
        session.insert("guard.note-sent",
                "export_sent (id, connector, object_type, kind, attribute, sent, objects)", 7, sent.entrySet(),
                (parameters, entry) -> parameters.put(numbers.reserve("export-sent", 1))
                        .put(connector)
                        .put(entry.getKey().objectType())
                        .put(entry.getKey().kind().name())
                        .put(entry.getKey().attribute())
                        .put(when)
                        .put(entry.getValue()));
    }

    @Override
    public Map<Affected, Long> sentAfter(String connector, Instant after) {
        String sql = "select object_type, kind, attribute, sum(objects) from export_sent where connector = ?"
                + " and sent > ? group by object_type, kind, attribute";
        Map<Affected, Long> sums = new HashMap<>();
        session.list("guard.sent", sql, parameters -> parameters.put(connector).put(after),
                row -> new Sent(new Affected(row.text(), ChangeKind.valueOf(row.text()), row.text()), row.number()))
                .forEach(one -> sums.put(one.what, one.count));
        return sums;
    }

    @Override
    public void forgetSent(String connector, Instant until) {
        session.update("guard.forget-sent", "delete from export_sent where connector = ? and sent <= ?",
                parameters -> parameters.put(connector).put(until));
    }

    @Override
    public Optional<GoodRun> lastGoodRun(String connector) {
        return session.first("guard.good-run", "select ended, linked, held from export_good_run where connector = ?",
                parameters -> parameters.put(connector),
                row -> new GoodRun(row.instant(), CountsText.read(row.text()), row.small() != 0));
    }

    @Override
    public void keep(String connector, GoodRun run) {
        session.inTransaction(() -> {
            int updated = keep("update export_good_run set ended = ?, linked = ?, held = ? where connector = ?",
                    connector, run);
            if (updated == 0) {
                keep("insert into export_good_run (ended, linked, held, connector) values (?, ?, ?, ?)", connector,
                        run);
            }
        });
    }

    private int keep(String sql, String connector, GoodRun run) {
        return session.update("guard.keep-good-run", sql, parameters -> parameters.put(run.when())
                .put(CountsText.of(run.linked()))
                .put(run.held() ? 1 : 0)
                .put(connector));
    }

    @Override
    public void keep(Review review) {
        session.inTransaction(() -> {
            session.update("guard.forget-review", "delete from export_review where connector = ? and digest = ?",
                    parameters -> parameters.put(review.connector()).put(review.digest()));
            session.update("guard.keep-review",
                    "insert into export_review (id, connector, digest, reviewed, changes) values (?, ?, ?, ?, ?)",
                    parameters -> parameters.put(numbers.reserve("export-review", 1))
                            .put(review.connector())
                            .put(review.digest())
                            .put(review.when())
                            .put(bytes(review.changes())));
        });
    }

    private static byte[] bytes(Map<Long, ContentHash> changes) {
        ByteWriter writer = new ByteWriter();
        writer.number(changes.size());
        changes.forEach((object, change) -> {
            writer.number(object);
            writer.signed(change.high());
            writer.signed(change.low());
        });
        return writer.toBytes();
    }

    private static Map<Long, ContentHash> changes(byte[] bytes) {
        ByteReader reader = new ByteReader(bytes);
        int count = reader.count();
        Map<Long, ContentHash> changes = HashMap.newHashMap(count);
        for (int at = 0; at < count; at++) {
            changes.put(reader.number(), new ContentHash(reader.signed(), reader.signed()));
        }
        return changes;
    }

    @Override
    public Optional<Review> review(String connector, String digest) {
        return session.first("guard.review",
                "select reviewed, changes from export_review where connector = ? and digest = ?",
                parameters -> parameters.put(connector).put(digest),
                row -> new Review(connector, digest, row.instant(), changes(row.bytes())));
    }

    @Override
    public void forgetReviews(String connector, Instant until) {
        session.update("guard.forget-reviews",
                "delete from export_review where connector = ? and reviewed <= ? and not exists (select 1 from"
                        + " export_approval a where a.connector = export_review.connector"
                        + " and a.digest = export_review.digest)",
                parameters -> parameters.put(connector).put(until));
    }

    @Override
    public long approve(String connector, String digest, String who, Instant when) {
        long id = numbers.reserve("export-approval", 1);
        session.update("guard.approve",
                "insert into export_approval (id, connector, digest, approved_by, approved) values (?, ?, ?, ?, ?)",
                parameters -> parameters.put(id).put(connector).put(digest).put(who).put(when));
        return id;
    }

    @Override
    public List<Approval> approvals(String connector) {
        return session.list("guard.approvals",
                "select id, connector, digest, approved_by, approved, used, outcome from export_approval"
                        + " where connector = ? order by id desc",
                parameters -> parameters.put(connector), JdbcGuardHistory::approval);
    }

    private static Approval approval(Row row) throws SQLException {
        return new Approval(row.number(), row.text(), row.text(), row.text(), row.instant(), row.instant(),
                row.text());
    }

    @Override
    public void use(long approval, Instant when, String outcome) {
        session.update("guard.use", "update export_approval set used = ?, outcome = ? where id = ?",
                parameters -> parameters.put(when).put(outcome).put(approval));
    }
}
