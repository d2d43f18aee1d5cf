package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.TypeSource.Target;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.StoredValues;
import org.syncline.schema.identity.Value;

/** The references of synchronized holograms, one row a value: the values of multi-valued attributes, and the way back from a target. */
final class ReferenceTable implements LargeRows.Table {
    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;
    private final TypeSource types;

    ReferenceTable(Session session, Dialect dialect, Numbers numbers, TypeSource types) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
        this.types = types;
    }

    /** One value, by its exact spelling. */
    private record Reference(int attribute, int form, String target, boolean inRows) {
        int hash() {
            return 31 * attribute + target.hashCode();
        }
    }

    private record Added(long id, long owner, Reference reference, ContentHash target) {}

    private record Removed(long owner, Reference reference) {}

    private record Held(long owner, int attribute, Value value) {}

    /** What one page adds and removes. */
    final class Changes {
        private final List<Added> added = new ArrayList<>();
        private final List<Removed> removed = new ArrayList<>();
        private final List<Long> goneOwners = new ArrayList<>();
        private int gone;

        void note(ConnectorSpaceObject before, ConnectorSpaceObject after, Layout layout) {
            if (after == null) {
                noteGone(before, layout);
                return;
            }
            Attributes old = before == null ? null : known(before, layout);
            Attributes now = known(after, layout);
            for (int index = 0; index < layout.type().size(); index++) {
                Content from = old == null ? null : old.get(index);
                Content to = now == null ? null : now.get(index);
                if (to instanceof LargeValues large && large.isChangeOf(from)) {
                    List<Value> gone = large.removed().stream().map(StoredValues.Entry::value).toList();
                    note(after, index, references(layout, index, gone, true),
                            references(layout, index, large.added().keySet(), true), layout);
                } else if (from != to) {
                    note(after, index, references(layout, index, from), references(layout, index, to), layout);
                }
            }
        }

        private void noteGone(ConnectorSpaceObject object, Layout layout) {
            Attributes known = known(object, layout);
            int count = 0;
            for (int index = 0; known != null && index < layout.type().size(); index++) {
                Content content = known.get(index);
                count += content instanceof LargeValues large
                        ? large.stored().count()
                        : references(layout, index, content).size();
            }
            gone += count;
            goneOwners.add(object.id());
        }

        private void note(ConnectorSpaceObject owner, int index, Set<Reference> from, Set<Reference> to,
                Layout layout) {
            if (from.equals(to)) {
                return;
            }
            from.stream().filter(one -> !to.contains(one)).forEach(one -> removed.add(new Removed(owner.id(), one)));
            Target target =
                    types.target(owner.connector(), layout.type().name(), layout.type().attribute(index).name());
            for (Reference reference : to) {
                if (!from.contains(reference)) {
                    added.add(new Added(0, owner.id(), reference, key(target, owner.connector(), reference)));
                }
            }
        }

        void write() {
            session.tally().wrote("connector-space.delete-references", gone + removed.size());
            session.batch("connector-space.delete-references",
                    "delete from connector_space_reference where owner_id = ?",
                    gone == 0 ? List.of() : goneOwners, (parameters, owner) -> parameters.put(owner), 0);
            session.batch("connector-space.delete-references",
                    "delete from connector_space_reference where owner_id = ? and value_hash = ? and attribute_id = ?"
                            + " and form = ? and in_rows = ? and target = ?",
                    removed, ReferenceTable::bind, 0);
            session.insert("connector-space.insert-references",
                    "connector_space_reference (id, owner_id, value_hash, attribute_id, form, in_rows, target,"
                            + " target_high, target_low)",
                    9,
                    numbered(), ReferenceTable::bind);
        }

        private List<Added> numbered() {
            if (added.isEmpty()) {
                return added;
            }
            long first = numbers.reserve("connector-space-reference", added.size());
            List<Added> numbered = new ArrayList<>(added.size());
            for (Added one : added) {
                numbered.add(new Added(first + numbered.size(), one.owner, one.reference, one.target));
            }
            return numbered;
        }
    }

    private static Attributes known(ConnectorSpaceObject object, Layout layout) {
        Attributes known = object.hologram().known();
        return known == null ? null : known.as(layout.type());
    }

    /** Whether it is a single value that is no reference. */
    static boolean isOneOther(Content content) {
        return content instanceof Value && !(content instanceof ReferenceValue);
    }

    private static Set<Reference> references(Layout layout, int index, Content content) {
        if (content == null || !content.isPresent() || isOneOther(content)) {
            return Set.of();
        }
        return references(layout, index, content.asList(), layout.isInRows(index, content));
    }

    private static Set<Reference> references(
            Layout layout, int index, Collection<? extends Value> values, boolean inRows) {
        Set<Reference> references = new LinkedHashSet<>();
        for (Value value : values) {
            if (value instanceof ReferenceValue reference
                    && (inRows || reference.form() != ReferenceValue.Form.IDENTITY)) {
                references.add(new Reference(layout.number(index), Codes.form(reference), reference.key(), inRows));
            }
        }
        return references;
    }

    private static ContentHash key(Target target, String connector, Reference reference) {
        ContentHash key = target.key(connector, Codes.reference(reference.form, reference.target));
        return key == null ? ContentHash.UNKNOWN : key;
    }

    private static void bind(Parameters parameters, Removed removed) throws SQLException {
        Reference reference = removed.reference;
        parameters.put(removed.owner)
                .put(reference.hash())
                .put(reference.attribute)
                .put(reference.form)
                .put(reference.inRows)
                .put(reference.target);
    }

    private static void bind(Parameters parameters, Added added) throws SQLException {
        bind(parameters.put(added.id), new Removed(added.owner, added.reference));
        parameters.put(added.target);
    }

    /** The values that stand in rows, by attribute number: large sets as what they are, all others in full. */
    Map<Long, Map<Integer, Content>> held(List<RowOwner> owners) {
        Map<Long, Map<Integer, List<Value>>> held = new HashMap<>();
        List<RowOwner> small = owners.stream().filter(owner -> owner.large().isEmpty()).toList();
        if (!small.isEmpty()) {
            read("join connector_space_reference r on r.owner_id = given.id where r.in_rows = ?", List.of("id"),
                    parameters -> parameters.putAll(RowOwner.ids(small)).put(true), held);
        }
        List<RowOwner.Attribute> others = RowOwner.othersBesideLarge(owners);
        if (!others.isEmpty()) {
            read("join connector_space_reference r on r.owner_id = given.id and r.attribute_id = given.attribute"
                    + " where r.in_rows = ?", List.of("id", "attribute"),
                    parameters -> RowOwner.put(others, parameters).put(true), held);
        }
        return RowOwner.contents(owners, held, Content::of, this, large -> large);
    }

    private void read(String join, List<String> given, Filling filling, Map<Long, Map<Integer, List<Value>>> held) {
        String sql = "select r.owner_id, r.attribute_id, r.form, r.target from "
                + dialect.given(given.toArray(String[]::new)) + " " + join + " order by r.id";
        List<Held> read = session.more("references", sql, filling, ReferenceTable::held);
        session.tally().loadedValues(read.size());
        read.forEach(one -> held.computeIfAbsent(one.owner, unused -> new HashMap<>())
                .computeIfAbsent(one.attribute, unused -> new ArrayList<>())
                .add(one.value));
    }

    private static Held held(Row row) throws SQLException {
        return new Held(row.number(), row.small(), Codes.reference(row.small(), row.text()));
    }

    @Override
    public List<StoredValues.Entry> all(LargeRows set) {
        String sql = "select r.owner_id, r.attribute_id, r.form, r.target from connector_space_reference r"
                + " where r.owner_id = ? and r.attribute_id = ? and r.in_rows = ? order by r.id";
        List<Held> read = session.list("connector-space.large-set", sql,
                parameters -> parameters.put(set.owner()).put(set.attribute()).put(true), ReferenceTable::held);
        session.tally().loadedValues(read.size());
        return read.stream().map(one -> new StoredValues.Entry(one.value, null)).toList();
    }

    /** A DN by the key of its target, since it may be spelled otherwise; a key as it is. */
    @Override
    public Map<LargeRows, List<StoredValues.Entry>> find(Map<LargeRows, Set<Value>> wanted) {
        List<Sought> names = new ArrayList<>();
        List<Sought> keys = new ArrayList<>();
        wanted.forEach((set, values) -> {
            for (Value value : values) {
                if (value instanceof ReferenceValue reference) {
                    (reference.form() == ReferenceValue.Form.DN ? names : keys).add(new Sought(set, reference));
                }
            }
        });
        Map<LargeRows, List<StoredValues.Entry>> found = new HashMap<>();
        if (!names.isEmpty()) {
            find("r.target_high = given.high and r.target_low = given.low", List.of("id", "high", "low"),
                    (parameters, some) -> parameters.putAll(some.stream().map(one -> one.set.owner()).toList())
                            .putHashes(some.stream().map(Sought::key).toList())
                            .put(true),
                    names, found);
        }
        if (!keys.isEmpty()) {
            find("r.value_hash = given.hash", List.of("id", "hash"),
                    (parameters, some) -> parameters.putAll(some.stream().map(one -> one.set.owner()).toList())
                            .putAll(some.stream().map(Sought::hash).toList())
                            .put(true),
                    keys, found);
        }
        return found;
    }

    /** A value that is looked up in a set. */
    private record Sought(LargeRows set, ReferenceValue value) {
        ContentHash key() {
            return Keys.reference(set.place(), null, null, value);
        }

        long hash() {
            return new Reference(set.attribute(), 0, value.key(), true).hash();
        }
    }

    private void find(String condition, List<String> given, Binder<List<Sought>> filling, List<Sought> sought,
            Map<LargeRows, List<StoredValues.Entry>> found) {
        String sql = "select r.owner_id, r.attribute_id, r.form, r.target from "
                + dialect.given(given.toArray(String[]::new))
                + " join connector_space_reference r on r.owner_id = given.id and " + condition
                + " where r.in_rows = ?";
        Map<Held, LargeRows> wanted = new HashMap<>();
        sought.forEach(one -> wanted.put(new Held(one.set.owner(), one.set.attribute(), one.value), one.set));
        List<Held> read =
                session.listOf("connector-space.find-values", sql, sought, filling, ReferenceTable::held);
        session.tally().loadedValues(read.size());
        for (Held one : read) {
            LargeRows set = wanted.get(one);
            if (set != null) {
                found.computeIfAbsent(set, unused -> new ArrayList<>())
                        .add(new StoredValues.Entry(one.value, null));
            }
        }
    }
}
