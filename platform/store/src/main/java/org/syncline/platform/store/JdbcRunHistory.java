package org.syncline.platform.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.run.Counted;
import org.syncline.platform.engine.run.Counters;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepResult;

/** The run history in a database. */
final class JdbcRunHistory implements RunHistory {
    private static final String STEPS =
            "select id, connector, step, profile, ruleset_version, began, ended, result, counters, message from run_step";

    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;
    private final ErrorTable errors;
    private final PendingReferenceTable references;
    private final StepObjectsTable objects;
    private final AuditTable audits;
    private final InFlightTable inFlight;

    JdbcRunHistory(Session session, Dialect dialect, Numbers numbers, TypeNumbers types) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
        this.errors = new ErrorTable(session, dialect, numbers);
        this.references = new PendingReferenceTable(session, dialect, numbers);
        this.objects = new StepObjectsTable(session, dialect);
        this.audits = new AuditTable(session, dialect, numbers);
        this.inFlight = new InFlightTable(session, numbers, types);
    }

    @Override
    public long rulesetVersion(String contentHash, Instant now) {
        return session.first("history.ruleset-version", "select id from ruleset_version where content_hash = ?",
                parameters -> parameters.put(contentHash), Row::number)
                .orElseGet(() -> newVersion(contentHash, now));
    }

    private long newVersion(String contentHash, Instant now) {
        long version = numbers.next("ruleset-version");
        session.update("history.new-ruleset-version",
                "insert into ruleset_version (id, content_hash, first_used) values (?, ?, ?)",
                parameters -> parameters.put(version).put(contentHash).put(now));
        return version;
    }

    @Override
    public long begin(String connector, String step, String profile, long rulesetVersion, Instant now) {
        long id = numbers.next("run-step");
        session.update("history.begin",
                "insert into run_step (id, connector, step, profile, ruleset_version, began) values (?, ?, ?, ?, ?, ?)",
                parameters -> parameters.put(id).put(connector).put(step).put(profile).put(rulesetVersion).put(now));
        return id;
    }

    @Override
    public void end(long step, StepResult result, Counters counters, String message, Instant now) {
        int ended = session.update("history.end",
                "update run_step set ended = ?, result = ?, counters = ?, message = ? where id = ?",
                parameters -> parameters.put(now).put(result.text()).put(text(counters)).put(message).put(step));
        if (ended == 0) {
            throw new StoreException("The step #" + step + " is not stored and cannot end; nothing was written");
        }
    }

    private static String text(Counters counters) {
        StringBuilder text = new StringBuilder();
        counters.asMap().forEach((name, count) -> text.append(name).append('=').append(count).append('\n'));
        counters.targets().forEach((target, counts) -> counts.forEach(
                (name, count) -> text.append(name).append('@').append(target).append('=').append(count).append('\n')));
        return text.toString();
    }

    private static Counters counters(String text) {
        if (text == null) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Map<String, Long>> targets = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.lastIndexOf('=');
            int at = line.indexOf('@');
            Map<String, Long> map = at < 0
                    ? counts
                    : targets.computeIfAbsent(line.substring(at + 1, equals), unused -> new LinkedHashMap<>());
            map.put(line.substring(0, at < 0 ? equals : at), Long.parseLong(line.substring(equals + 1)));
        });
        return Counters.of(counts, targets);
    }

    @Override
    public List<StepRecord> steps(int limit) {
        return session.list("history.steps", STEPS + " order by id desc " + dialect.page(),
                parameters -> parameters.put(limit), JdbcRunHistory::step);
    }

    @Override
    public Optional<StepRecord> step(long step) {
        return session.first("history.step", STEPS + " where id = ?", parameters -> parameters.put(step),
                JdbcRunHistory::step);
    }

    @Override
    public List<StepRecord> stepsAt(Instant time) {
        return session.list("history.steps-at",
                STEPS + " where began <= ? and (ended is null or ended >= ?) order by id",
                parameters -> parameters.put(time).put(time), JdbcRunHistory::step);
    }

    @Override
    public List<StepRecord> stepsWithoutEnd() {
        return session.list("history.steps-without-end", STEPS + " where ended is null order by id",
                parameters -> {}, JdbcRunHistory::step);
    }

    @Override
    public void keepCounted(long step, int page, Counters soFar, List<Counted> counted) {
        session.inTransaction(() -> {
            session.update("history.keep-counters", "update run_step set counters = ? where id = ?",
                    parameters -> parameters.put(text(soFar)).put(step));
            objects.keep(step, page, counted);
        });
    }

    @Override
    public List<Counted> counted(long step, int page) {
        return objects.page(step, page);
    }

    @Override
    public int forgetCounted(Instant before, int limit) {
        int[] forgotten = new int[1];
        session.inTransaction(() -> forgotten[0] = objects.forget(before, limit));
        return forgotten[0];
    }

    @Override
    public int forgetSteps(Instant before, int limit) {
        int[] forgotten = new int[1];
        session.inTransaction(() -> {
            List<Long> old = session.list("history.old-steps",
                    "select id from run_step where began < ? order by id " + dialect.page(),
                    parameters -> parameters.put(before).put(limit), Row::number);
            forgetSteps(old);
            forgotten[0] = old.size();
        });
        return forgotten[0];
    }

    @Override
    public void forgetSteps(Collection<Long> steps) {
        session.inTransaction(() -> {
            objects.forget(List.copyOf(steps));
            session.batch("history.forget-steps", "delete from run_step where id = ?", List.copyOf(steps),
                    (parameters, step) -> parameters.put(step));
        });
    }

    @Override
    public void audit(AuditRecord done) {
        audits.add(done);
    }

    @Override
    public List<AuditRecord> audits(int limit) {
        return audits.latest(limit);
    }

    private static StepRecord step(Row row) throws SQLException {
        return new StepRecord(row.number(), row.text(), row.text(), row.text(), row.number(), row.instant(),
                row.instant(),
                result(row.text()), counters(row.text()), row.text());
    }

    private static StepResult result(String text) {
        return text == null ? null : StepResult.of(text);
    }

    @Override
    public void raise(Collection<ObjectError> raised) {
        errors.raise(raised);
    }

    @Override
    public void clear(Set<ObjectError.Origin> origins, Collection<Long> objects) {
        errors.clear(origins, objects);
    }

    @Override
    public void clearDiscoveryErrors(String connector) {
        errors.clearDiscoveryErrors(connector);
    }

    @Override
    public Set<Long> withErrors(Collection<Long> objects) {
        return errors.withErrors(objects);
    }

    @Override
    public Set<FailedAccount> failedAccounts(Collection<Long> identities) {
        return errors.failedAccounts(identities);
    }

    @Override
    public void clearAccounts(Collection<FailedAccount> accounts) {
        errors.clearAccounts(accounts);
    }

    @Override
    public List<ObjectError> errors(String connector) {
        return errors.errors(connector);
    }

    @Override
    public void replaceReferences(Collection<Long> owners, Collection<PendingReference> pending) {
        references.replace(owners, pending);
    }

    @Override
    public List<PendingReference> pendingReferences(String connector) {
        return references.of(connector);
    }

    @Override
    public long markInFlight(String connector, Collection<SentImage> images) {
        return inFlight.mark(connector, images);
    }

    @Override
    public void clearInFlight(long mark) {
        inFlight.clear(mark);
    }

    @Override
    public Map<Long, SentImage> inFlight(String connector) {
        return inFlight.of(connector);
    }

    @Override
    public void settle(String connector, Collection<Long> objects) {
        session.inTransaction(() -> inFlight.settle(connector, Set.copyOf(objects)));
    }
}
