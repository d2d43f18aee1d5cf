package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.ContentHash;

/** The errors that are not mended yet. */
final class ErrorTable {
    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;

    ErrorTable(Session session, Dialect dialect, Numbers numbers) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
    }

    private record Raised(long id, ContentHash key, ObjectError error) {
        Raised again(ObjectError more) {
            return new Raised(id, key, error.again(more));
        }
    }

    void raise(Collection<ObjectError> raised) {
        if (!raised.isEmpty()) {
            session.inTransaction(() -> write(raised));
        }
    }

    private void write(Collection<ObjectError> raised) {
        Map<ContentHash, Raised> open = open(raised);
        Set<ContentHash> known = Set.copyOf(open.keySet());
        for (ObjectError error : raised) {
            ContentHash key = key(error);
            Raised before = open.get(key);
            open.put(key,
                    before == null ? new Raised(numbers.reserve("object-error", 1), key, error) : before.again(error));
        }
        write(open.values(), known);
    }

    private static ContentHash key(ObjectError error) {
        return ContentHash.of(error.key());
    }

    private Map<ContentHash, Raised> open(Collection<ObjectError> raised) {
        Set<ContentHash> keys = new HashSet<>();
        raised.forEach(error -> keys.add(key(error)));
        String sql = "select e.id, e.key_high, e.key_low, " + COLUMNS + " from " + dialect.given("high", "low")
                + " join object_error e on e.key_high = given.high and e.key_low = given.low";
        Map<ContentHash, Raised> open = new LinkedHashMap<>();
        session.listOf("history.find-errors", sql, keys, Parameters::putHashes,
                row -> new Raised(row.number(), row.hash(), error(row))).forEach(one -> open.put(one.key, one));
        return open;
    }

    private static final String COLUMNS =
            "e.origin, e.connector, e.object_id, e.identity_id, e.title, e.code, e.message, e.rule_text, e.stack,"
                    + " e.first_seen, e.occurrences";

    private static ObjectError error(Row row) throws SQLException {
        return new ObjectError(
                ObjectError.Origin.valueOf(row.text()),
                new Concern(row.text(), row.number(), row.number(), row.text()),
                row.text(),
                row.text(),
                row.text(),
                row.text(),
                row.instant(),
                row.small());
    }

    private void write(Collection<Raised> errors, Set<ContentHash> known) {
        List<Raised> added = new ArrayList<>();
        List<Raised> updated = new ArrayList<>();
        errors.forEach(error -> (known.contains(error.key) ? updated : added).add(error));
        session.insert("history.insert-errors",
                "object_error (object_id, title, message, rule_text, stack, occurrences, id, key_high, key_low, origin,"
                        + " connector, identity_id, code, first_seen)",
                14,
                added, ErrorTable::bind);
        session.batch("history.update-errors",
                "update object_error set object_id = ?, title = ?, message = ?, rule_text = ?, stack = ?, occurrences = ?"
                        + " where id = ?",
                updated,
                ErrorTable::bindChanging);
    }

    private static void bindChanging(Parameters parameters, Raised raised) throws SQLException {
        ObjectError error = raised.error;
        parameters.put(error.object())
                .put(error.title())
                .put(error.message())
                .put(error.rule())
                .put(error.stack())
                .put(error.count())
                .put(raised.id);
    }

    private static void bind(Parameters parameters, Raised raised) throws SQLException {
        bindChanging(parameters, raised);
        ObjectError error = raised.error;
        parameters.put(raised.key)
                .put(error.origin().name())
                .put(error.connector())
                .put(error.identity())
                .put(error.code())
                .put(error.firstSeen());
    }

    private record Of(long id, long object, String origin) {}

    void clear(Set<ObjectError.Origin> origins, Collection<Long> objects) {
        Set<String> names = new HashSet<>();
        origins.forEach(origin -> names.add(origin.name()));
        session.inTransaction(() -> delete(ofObjects("history.find-errors", objects).stream()
                .filter(error -> error.object != 0 && names.contains(error.origin))
                .map(Of::id)
                .toList()));
    }

    private List<Of> ofObjects(String name, Collection<Long> objects) {
        String sql = "select e.id, e.object_id, e.origin from " + dialect.given("id")
                + " join object_error e on e.object_id = given.id where e.identity_id = 0";
        return session.listOf(name, sql, Set.copyOf(objects), Parameters::putAll,
                row -> new Of(row.number(), row.number(), row.text()));
    }

    private void delete(List<Long> ids) {
        session.batch("history.clear-errors", "delete from object_error where id = ?", ids,
                (parameters, id) -> parameters.put(id));
    }

    void clearDiscoveryErrors(String connector) {
        session.update("history.clear-errors", "delete from object_error where connector = ? and origin = ?",
                parameters -> parameters.put(connector).put(ObjectError.Origin.DISCOVERY.name()));
    }

    Set<Long> withErrors(Collection<Long> objects) {
        Set<Long> found = new TreeSet<>();
        ofObjects("history.with-errors", objects).forEach(error -> found.add(error.object));
        return found;
    }

    private record OfAccount(long id, FailedAccount account) {}

    private List<OfAccount> ofIdentities(String name, Collection<Long> identities) {
        String sql = "select e.id, e.identity_id, e.connector from " + dialect.given("id")
                + " join object_error e on e.identity_id = given.id where e.identity_id <> 0";
        return session.listOf(name, sql, Set.copyOf(identities), Parameters::putAll,
                row -> new OfAccount(row.number(), new FailedAccount(row.number(), row.text())));
    }

    Set<FailedAccount> failedAccounts(Collection<Long> identities) {
        Set<FailedAccount> found = new HashSet<>();
        ofIdentities("history.failed-accounts", identities).forEach(error -> found.add(error.account));
        return found;
    }

    void clearAccounts(Collection<FailedAccount> accounts) {
        Set<FailedAccount> these = Set.copyOf(accounts);
        List<Long> identities = these.stream().map(FailedAccount::identity).toList();
        session.inTransaction(() -> delete(ofIdentities("history.find-errors", identities).stream()
                .filter(error -> these.contains(error.account))
                .map(OfAccount::id)
                .toList()));
    }

    List<ObjectError> errors(String connector) {
        String sql = "select " + COLUMNS + " from object_error e where e.connector = ? order by e.id";
        return session.list("history.errors", sql, parameters -> parameters.put(connector), ErrorTable::error).stream()
                .sorted(Comparator.comparing(ObjectError::firstSeen))
                .toList();
    }
}
