package org.syncline.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.platform.store.encoding.LargeSets;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;

/** The connector spaces in a database. */
final class JdbcConnectorSpace implements ConnectorSpace {
    private static final int SWEEP = 10_000;
    private static final String OBJECTS = "connector_space_object o";
    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;
    private final TypeNumbers types;
    private final LargeSets sets;
    private final KeyTable keys;
    private final ReferenceTable references;
    private final ConnectorSpaceRows rows;
    private final WakeTable wakeTimes;

    JdbcConnectorSpace(
            Session session, Dialect dialect, Numbers numbers, TypeNumbers types, TypeSource source, int most) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
        this.types = types;
        this.sets = new LargeSets(most, () -> numbers.reserve("large-set", 1));
        this.keys = new KeyTable(session, dialect, "connector-space", "connector_space_key");
        this.references = new ReferenceTable(session, dialect, numbers, source);
        this.rows = new ConnectorSpaceRows(types, references);
        this.wakeTimes = new WakeTable(session, dialect, "connector-space");
    }

    @Override
    public long reserveIds(int count) {
        return numbers.reserve("connector-space-object", count);
    }

    @Override
    public List<ConnectorSpaceObject> load(Collection<Long> ids) {
        session.tally().read("connector-space.load");
        List<ConnectorSpaceObject> objects = new ArrayList<>();
        session.inTransaction(() -> objects.addAll(objects(ids)));
        return objects;
    }

    private List<ConnectorSpaceObject> objects(Collection<Long> ids) {
        SoughtNumbers sought = SoughtNumbers.of(ids);
        return rows.objects(sought.read(session, dialect, "connector-space.load", ConnectorSpaceRows.OBJECT, OBJECTS,
                "o.id", rows::read), sought);
    }

    @Override
    public List<ConnectorSpaceObject> loadAll(String connector, long after, int limit) {
        String sql = "select " + ConnectorSpaceRows.OBJECT + " from " + OBJECTS
                + " where o.connector_id + 0 = ? and o.id > ? order by o.id " + dialect.page();
        List<ConnectorSpaceObject> objects = new ArrayList<>();
        session.inTransaction(() -> objects.addAll(rows.objects(session.list("connector-space.load-all", sql,
                parameters -> parameters.put(types.connector(connector)).put(after).put(limit), rows::read))));
        return objects;
    }

    private record Account(long id, long identity) {}

    /** First only their numbers, which the index holds, and then the rows of those that nobody has. */
    @Override
    public List<ConnectorSpaceObject> accountsOf(Collection<Long> identities, Set<Long> besides) {
        SoughtNumbers sought = SoughtNumbers.of(identities);
        session.tally().read("connector-space.accounts-of");
        List<ConnectorSpaceObject> objects = new ArrayList<>();
        session.inTransaction(() -> {
            List<Long> ids = sought
                    .read(session, dialect, "connector-space.accounts-of", "o.id, o.identity_id", OBJECTS,
                            "o.identity_id", row -> new Account(row.number(), row.number()))
                    .stream()
                    .filter(account -> sought.contains(account.identity) && !besides.contains(account.id))
                    .map(Account::id)
                    .toList();
            if (!ids.isEmpty()) {
                objects.addAll(objects(ids));
            }
        });
        return objects;
    }

    @Override
    public List<AccountName> accountNamesOf(Collection<Long> identities) {
        session.tally().read("connector-space.account-names-of");
        return names("connector-space.account-names-of", "o.identity_id", identities, AccountName::identity);
    }

    @Override
    public List<AccountName> names(Collection<Long> ids) {
        session.tally().read("connector-space.names");
        return names("connector-space.names", "o.id", ids, AccountName::id);
    }

    private List<AccountName> names(
            String name, String column, Collection<Long> numbers, ToLongFunction<AccountName> number) {
        SoughtNumbers sought = SoughtNumbers.of(numbers);
        return sought.read(session, dialect, name, ConnectorSpaceRows.NAME, OBJECTS, column, rows::name).stream()
                .filter(found -> sought.contains(number.applyAsLong(found)))
                .sorted(Comparator.comparingLong(AccountName::id))
                .toList();
    }

    @Override
    public Map<ContentHash, List<Long>> find(Collection<ContentHash> wanted) {
        return keys.find("find", wanted);
    }

    @Override
    public Map<Long, Set<ContentHash>> keysOf(Collection<Long> ids) {
        return keys.of(ids);
    }

    @Override
    public Map<ContentHash, List<AccountName>> findNames(Collection<ContentHash> wanted) {
        Map<ContentHash, List<AccountName>> names = new HashMap<>();
        session.inTransaction(() -> {
            Map<ContentHash, List<Long>> found = keys.find("find-names", wanted);
            Map<Long, AccountName> named = new HashMap<>();
            Set<Long> ids = found.values().stream().flatMap(List::stream).collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                names("connector-space.find-names", "o.id", ids, AccountName::id)
                        .forEach(name -> named.put(name.id(), name));
            }
            found.forEach((key, objects) -> names.put(key, objects.stream().map(named::get).toList()));
        });
        return names;
    }

    @Override
    public List<Long> identitiesReferringTo(Collection<ContentHash> wanted) {
        String sql = "select distinct o.identity_id from " + dialect.given("high", "low")
                + " join connector_space_reference r on r.target_high = given.high and r.target_low = given.low"
                + " join connector_space_object o on o.id = r.owner_id where o.identity_id <> 0";
        return session.listOf("connector-space.identities-referring-to", sql, Set.copyOf(wanted),
                Parameters::putHashes, Row::number).stream().sorted().distinct().toList();
    }

    @Override
    public List<Long> pendingImports(String connector, boolean deletes, long after, int limit) {
        String sql = "select id from connector_space_object where connector_id = ? and pending_import = ? and id > ?"
                + " order by connector_id, pending_import, id " + dialect.page();
        return session.list("connector-space.pending-imports", sql, parameters -> parameters
                .put(types.connector(connector))
                .put(deletes ? Codes.IMPORT_OF_DELETE : Codes.IMPORT)
                .put(after)
                .put(limit), Row::number);
    }

    @Override
    public List<Long> all(String connector, long after, int limit) {
        String sql =
                "select id from connector_space_object where connector_id + 0 = ? and id > ? order by id "
                        + dialect.page();
        return session.list("connector-space.all", sql,
                parameters -> parameters.put(types.connector(connector)).put(after).put(limit), Row::number);
    }

    @Override
    public List<Long> withoutAnchor(String connector, long after, int limit) {
        String sql = "select id from connector_space_object"
                + " where connector_id + 0 = ? and id > ? and anchor_high is null order by id " + dialect.page();
        return session.list("connector-space.without-anchor", sql,
                parameters -> parameters.put(types.connector(connector)).put(after).put(limit), Row::number);
    }

    @Override
    public List<Long> ofType(String connector, String objectType, long after, int limit) {
        String sql =
                "select id from connector_space_object where type_id + 0 = ? and id > ? order by id " + dialect.page();
        return session.list("connector-space.of-type", sql, parameters -> parameters
                .put(types.typeNumber(connector, objectType))
                .put(after)
                .put(limit), Row::number);
    }

    @Override
    public List<Long> pendingExports(String connector, String objectType, Delta.Kind kind, long after, int limit) {
        String sql = "select id from connector_space_object where type_id = ? and pending_export = ? and id > ?"
                + " order by type_id, pending_export, id " + dialect.page();
        return session.list("connector-space.pending-exports", sql, parameters -> parameters
                .put(types.typeNumber(connector, objectType))
                .put(Codes.export(kind))
                .put(after)
                .put(limit), Row::number);
    }

    @Override
    public List<TypeCount> counts(String connector) {
        String sql =
                "select t.name, c.objects, c.joined, c.pending_imports, c.pending_adds, c.pending_updates, c.pending_deletes"
                        + " from object_type t join connector_space_count c on c.type_id = t.id where t.connector_id = ?";
        return session.list("connector-space.counts", sql, parameters -> parameters.put(types.connector(connector)),
                row -> new TypeCount(row.text(), row.number(), row.number(), row.number(), row.number(), row.number(),
                        row.number()))
                .stream()
                .filter(count -> !count.isZero())
                .sorted(Comparator.comparing(TypeCount::objectType))
                .toList();
    }

    private record Fingerprint(long id, int type, ContentHash anchor, ContentHash report, String dn) {}

    /** In pages, since H2 would put a long result on disk. */
    @Override
    public void fingerprints(String connector, boolean named, FingerprintReader reader) {
        session.tally().read("connector-space.fingerprints");
        long after = 0;
        List<Fingerprint> page = fingerprints(connector, named, after);
        while (!page.isEmpty()) {
            for (Fingerprint one : page) {
                reader.read(one.id, types.type(one.type).name(), one.dn, one.anchor, one.report);
            }
            after = page.getLast().id;
            page = page.size() < SWEEP ? List.of() : fingerprints(connector, named, after);
        }
    }

    private List<Fingerprint> fingerprints(String connector, boolean named, long after) {
        String sql = "select id, type_id, anchor_high, anchor_low, report_high, report_low" + (named ? ", dn" : "")
                + " from connector_space_object"
                + " where connector_id + 0 = ? and id > ? and anchor_high is not null order by id " + dialect.page();
        return session.more("connector-space.fingerprints", sql,
                parameters -> parameters.put(types.connector(connector)).put(after).put(SWEEP),
                row -> new Fingerprint(
                        row.number(), row.small(), row.hash(), row.hash(), named ? row.text() : null));
    }

    @Override
    public void wakeAt(String connector, Collection<WakeTime> times) {
        wakeTimes.set(types.connector(connector), times);
    }

    @Override
    public List<Long> due(String connector, Instant now, long after, int limit) {
        return wakeTimes.due(types.connector(connector), now, after, limit);
    }

    @Override
    public void write(Collection<ConnectorSpaceChange> changes) {
        session.inTransaction(() -> new ConnectorSpaceWriter(session, types, sets, keys, references).write(changes));
    }
}
