package org.syncline.platform.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.platform.store.encoding.IdentityEncoding;
import org.syncline.platform.store.encoding.LargeSets;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.platform.store.encoding.RuleNumbers;
import org.syncline.platform.store.encoding.UnreadableBody;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** The metaverse in a database. */
final class JdbcMetaverse implements Metaverse {
    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;
    private final TypeNumbers types;
    private final IdentityEncoding encoding;
    private final LargeSets sets;
    private final KeyTable keys;
    private final IdentityReferenceTable references;
    private final WakeTable wakeTimes;

    JdbcMetaverse(
            Session session, Dialect dialect, Numbers numbers, TypeNumbers types, RuleNumbers rules, int most) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
        this.types = types;
        this.encoding = new IdentityEncoding(rules);
        this.sets = new LargeSets(most, () -> numbers.reserve("large-set", 1));
        this.keys = new KeyTable(session, dialect, "metaverse", "metaverse_key");
        this.references = new IdentityReferenceTable(session, dialect, numbers, rules);
        this.wakeTimes = new WakeTable(session, dialect, "metaverse");
    }

    private record Stored(long id, Layout layout, byte[] body) {}

    @Override
    public long reserveIds(int count) {
        return numbers.reserve("metaverse-object", count);
    }

    @Override
    public List<MetaverseObject> load(Collection<Long> ids) {
        List<MetaverseObject> objects = new ArrayList<>();
        SoughtNumbers sought = SoughtNumbers.of(ids);
        session.tally().read("metaverse.load");
        session.inTransaction(() -> objects.addAll(objects(sought.read(session, dialect, "metaverse.load",
                "o.id, o.type_id, o.body", "metaverse_object o", "o.id", this::stored).stream()
                .filter(row -> sought.contains(row.id))
                .toList())));
        return objects;
    }

    private Stored stored(Row row) throws SQLException {
        return new Stored(row.number(), types.reading(row.small()), row.bytes());
    }

    private List<MetaverseObject> objects(List<Stored> rows) {
        Map<Long, Map<Integer, IdentityEncoding.Rows>> held = references.held(
                rows.stream().filter(row -> row.layout.hasRows()).map(this::owner).toList());
        return rows.stream()
                .sorted(Comparator.comparingLong(Stored::id))
                .map(row -> object(row, held.getOrDefault(row.id, Map.of())))
                .toList();
    }

    private RowOwner owner(Stored row) {
        return new RowOwner("", row.id, row.layout, encoding.largeSets(row.body));
    }

    private MetaverseObject object(Stored row, Map<Integer, IdentityEncoding.Rows> held) {
        try {
            return encoding.read(row.id, row.body, row.layout, held);
        } catch (UnreadableBody | IndexOutOfBoundsException exception) {
            throw new StoreException("The identity #" + row.id + " cannot be read: " + exception.getMessage()
                    + ". Restore the store from a backup", exception);
        }
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
    public List<Long> referringTo(Collection<Long> identities) {
        return references.referringTo(identities);
    }

    @Override
    public List<IdentityReference> referencesTo(Collection<Long> identities) {
        return references.referencesTo(identities, types::reading);
    }

    @Override
    public List<Long> all(long after, int limit) {
        return page("metaverse.all", "select id from metaverse_object where id > ? order by id ", after, limit);
    }

    @Override
    public List<Long> ending(long after, int limit) {
        return page("metaverse.ending", "select id from metaverse_object where is_ending = " + dialect.yes()
                + " and id > ? order by is_ending, id ", after, limit);
    }

    @Override
    public List<Long> orphans(long after, int limit) {
        return page("metaverse.orphans", """
                select m.id from metaverse_object m
                where m.id > ? and not exists (
                  select 1 from connector_space_object o where o.identity_id = m.id and o.link_origin <> %d)
                order by m.id\s""".formatted(Codes.PROVISIONED), after, limit);
    }

    private List<Long> page(String name, String sql, long after, int limit) {
        return session.list(name, sql + dialect.page(), parameters -> parameters.put(after).put(limit), Row::number);
    }

    private record Count(String type, long objects) {}

    @Override
    public Map<String, Long> counts() {
        String sql =
                "select t.name, c.objects from object_type t join metaverse_count c on c.type_id = t.id where c.objects <> 0";
        Map<String, Long> counts = new TreeMap<>();
        session.list("metaverse.counts", sql, Filling.NOTHING, row -> new Count(row.text(), row.number()))
                .forEach(count -> counts.put(count.type, count.objects));
        return counts;
    }

    @Override
    public void write(Collection<MetaverseChange> changes) {
        session.inTransaction(
                () -> new MetaverseWriter(session, types, encoding, sets, keys, references).write(changes));
    }

    @Override
    public void markForEvaluation(Collection<Long> identities) {
        session.inTransaction(() -> {
            Set<Long> unmarked = new TreeSet<>(identities);
            unmarked.removeAll(marked(identities));
            session.insert("metaverse.mark", "metaverse_evaluation (identity_id)", 1, unmarked,
                    (parameters, identity) -> parameters.put(identity));
        });
    }

    private Set<Long> marked(Collection<Long> identities) {
        String sql = "select m.identity_id from " + dialect.given("id")
                + " join metaverse_evaluation m on m.identity_id = given.id";
        return Set.copyOf(
                session.listOf("metaverse.find-marked", sql, Set.copyOf(identities), Parameters::putAll,
                        Row::number));
    }

    @Override
    public List<Long> markedForEvaluation(long after, int limit) {
        return page("metaverse.marked",
                "select identity_id from metaverse_evaluation where identity_id > ? order by identity_id ",
                after, limit);
    }

    @Override
    public void wakeAt(Collection<WakeTime> times) {
        wakeTimes.set(types.metaverse(), times);
    }

    @Override
    public List<Long> due(Instant now, long after, int limit) {
        return wakeTimes.due(types.metaverse(), now, after, limit);
    }

    @Override
    public void unmark(Collection<Long> identities) {
        session.inTransaction(() -> session.batch("metaverse.unmark",
                "delete from metaverse_evaluation where identity_id = ?", marked(identities),
                (parameters, identity) -> parameters.put(identity)));
    }
}
