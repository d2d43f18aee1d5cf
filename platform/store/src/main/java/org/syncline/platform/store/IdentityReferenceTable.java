package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.syncline.platform.engine.port.Metaverse.IdentityReference;
import org.syncline.platform.store.encoding.IdentityEncoding;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.platform.store.encoding.RuleNumbers;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.StoredValues;
import org.syncline.schema.identity.Value;

/** The references between identities, one row a value: the values of multi-valued attributes with their lineage, and the way back. */
final class IdentityReferenceTable implements LargeRows.Table {
    private static final String HELD =
            "r.owner_id, r.attribute_id, r.target_id, r.contributor_id, r.rule_id, r.ruleset_version, r.changed";

    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;
    private final RuleNumbers rules;

    IdentityReferenceTable(Session session, Dialect dialect, Numbers numbers, RuleNumbers rules) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
        this.rules = rules;
    }

    /** One value; {@code lineage} is null where it stands in the body, or where there is none. */
    private record Reference(int attribute, long target, boolean inRows, Lineage lineage) {}

    private record Changed(long id, long owner, Reference reference) {}

    private record Held(long owner, int attribute, Value value, Lineage lineage) {
        StoredValues.Entry entry() {
            return new StoredValues.Entry(value, lineage);
        }
    }

    /** What one page adds and removes. */
    final class Changes {
        private final List<Changed> added = new ArrayList<>();
        private final List<Changed> removed = new ArrayList<>();
        private final List<Long> goneOwners = new ArrayList<>();
        private int gone;

        void noteGone(MetaverseObject object, Layout layout) {
            for (int index = 0; index < layout.type().size(); index++) {
                gone += object.attributes().get(index) instanceof LargeValues large
                        ? large.stored().count()
                        : references(layout, index, object).size();
            }
            goneOwners.add(object.id());
        }

        /** Both of one type; {@code before} is null for a new identity. */
        void note(MetaverseObject before, MetaverseObject after, Layout layout) {
            for (int index = 0; index < layout.type().size(); index++) {
                boolean isChange = before != null && after.attributes().get(index) instanceof LargeValues large
                        && large.isChangeOf(before.attributes().get(index));
                if (isChange) {
                    note(after.id(), layout.number(index), (LargeValues) after.attributes().get(index));
                } else if (before == null || !isSame(before, after, index)) {
                    Set<Reference> from = before == null ? Set.of() : references(layout, index, before);
                    note(after.id(), from, references(layout, index, after));
                }
            }
        }

        private void note(long owner, int attribute, LargeValues changed) {
            changed.removed().forEach(entry -> removed.add(
                    new Changed(0, owner, reference(attribute, entry.value(), entry.lineage()))));
            changed.added().forEach((value, lineage) -> added.add(
                    new Changed(0, owner, reference(attribute, value, lineage))));
        }

        private void note(long owner, Set<Reference> from, Set<Reference> to) {
            from.stream().filter(one -> !to.contains(one)).forEach(one -> removed.add(new Changed(0, owner, one)));
            to.stream().filter(one -> !from.contains(one)).forEach(one -> added.add(new Changed(0, owner, one)));
        }

        void write() {
            session.tally().wrote("metaverse.delete-references", gone + removed.size());
            session.batch("metaverse.delete-references", "delete from metaverse_reference where owner_id = ?",
                    gone == 0 ? List.of() : goneOwners, (parameters, owner) -> parameters.put(owner), 0);
            session.batch("metaverse.delete-references",
                    "delete from metaverse_reference where owner_id = ? and target_id = ? and attribute_id = ? and in_rows = ?",
                    removed, IdentityReferenceTable::bindKey, 0);
            session.insert("metaverse.insert-references",
                    "metaverse_reference (owner_id, target_id, attribute_id, in_rows, id, contributor_id, rule_id,"
                            + " ruleset_version, changed)",
                    9,
                    numbered(), IdentityReferenceTable.this::bind);
        }

        private List<Changed> numbered() {
            if (added.isEmpty()) {
                return added;
            }
            long first = numbers.reserve("metaverse-reference", added.size());
            List<Changed> numbered = new ArrayList<>(added.size());
            for (Changed one : added) {
                numbered.add(new Changed(first + numbered.size(), one.owner, one.reference));
            }
            return numbered;
        }
    }

    private static Reference reference(int attribute, Value value, Lineage lineage) {
        return new Reference(attribute, ((ReferenceValue) value).identity(), true, lineage);
    }

    private static boolean isSame(MetaverseObject before, MetaverseObject after, int index) {
        return before.attributes().get(index) == after.attributes().get(index)
                && before.lineage().get(index).equals(after.lineage().get(index));
    }

    private static Set<Reference> references(Layout layout, int index, MetaverseObject object) {
        Content content = object.attributes().get(index);
        if (!content.isPresent() || ReferenceTable.isOneOther(content)) {
            return Set.of();
        }
        boolean inRows = layout.isInRows(index, content);
        Set<Reference> references = new LinkedHashSet<>();
        int position = 0;
        for (Value value : content.asList()) {
            Lineage lineage = inRows ? lineage(object.lineage().get(index), position) : null;
            position++;
            if (value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY) {
                references.add(new Reference(layout.number(index), reference.identity(), inRows, lineage));
            }
        }
        return references;
    }

    private static Lineage lineage(List<Lineage> origins, int position) {
        return position < origins.size() ? origins.get(position) : null;
    }

    private static Parameters bindKey(Parameters parameters, Changed changed) throws SQLException {
        Reference reference = changed.reference;
        return parameters.put(changed.owner).put(reference.target).put(reference.attribute).put(reference.inRows);
    }

    private void bind(Parameters parameters, Changed changed) throws SQLException {
        bindKey(parameters, changed).put(changed.id);
        Lineage lineage = changed.reference.lineage;
        if (lineage == null) {
            parameters.putNull().putNull().putNull().put((String) null);
        } else {
            parameters.put(lineage.contributor())
                    .put(rules.number(lineage.rule()))
                    .put(lineage.rulesetVersion())
                    .put(lineage.changed());
        }
    }

    /** The values that stand in rows, by attribute number: large sets as what they are, all others in full. */
    Map<Long, Map<Integer, IdentityEncoding.Rows>> held(List<RowOwner> owners) {
        Map<Long, Map<Integer, List<StoredValues.Entry>>> held = new HashMap<>();
        List<RowOwner> small = owners.stream().filter(owner -> owner.large().isEmpty()).toList();
        if (!small.isEmpty()) {
            read("join metaverse_reference r on r.owner_id = given.id where r.in_rows = ?", List.of("id"),
                    parameters -> parameters.putAll(RowOwner.ids(small)).put(true), held);
        }
        List<RowOwner.Attribute> others = RowOwner.othersBesideLarge(owners);
        if (!others.isEmpty()) {
            read("join metaverse_reference r on r.owner_id = given.id and r.attribute_id = given.attribute"
                    + " where r.in_rows = ?", List.of("id", "attribute"),
                    parameters -> RowOwner.put(others, parameters).put(true), held);
        }
        return RowOwner.contents(owners, held, IdentityReferenceTable::rows, this,
                large -> new IdentityEncoding.Rows(large, large.lineage()));
    }

    private void read(
            String join, List<String> given, Filling filling, Map<Long, Map<Integer, List<StoredValues.Entry>>> held) {
        List<Held> read = session.more("references", "select " + HELD + " from "
                + dialect.given(given.toArray(String[]::new)) + " " + join + " order by r.id", filling, this::held);
        session.tally().loadedValues(read.size());
        read.forEach(one -> held.computeIfAbsent(one.owner, unused -> new HashMap<>())
                .computeIfAbsent(one.attribute, unused -> new ArrayList<>())
                .add(one.entry()));
    }

    private static IdentityEncoding.Rows rows(List<StoredValues.Entry> entries) {
        return new IdentityEncoding.Rows(Content.of(entries.stream().map(StoredValues.Entry::value).toList()),
                entries.stream().map(StoredValues.Entry::lineage).filter(Objects::nonNull).toList());
    }

    @Override
    public List<StoredValues.Entry> all(LargeRows set) {
        List<Held> read = session.list("metaverse.large-set", "select " + HELD + " from metaverse_reference r"
                + " where r.owner_id = ? and r.attribute_id = ? and r.in_rows = ? order by r.id",
                parameters -> parameters.put(set.owner()).put(set.attribute()).put(true), this::held);
        session.tally().loadedValues(read.size());
        return read.stream().map(Held::entry).toList();
    }

    /** A value that is looked up in the sets of an identity. */
    private record Sought(long owner, long target) {}

    private static void bind(Parameters parameters, List<Sought> sought) throws SQLException {
        parameters.putAll(sought.stream().map(Sought::owner).toList())
                .putAll(sought.stream().map(Sought::target).toList())
                .put(true);
    }

    @Override
    public Map<LargeRows, List<StoredValues.Entry>> find(Map<LargeRows, Set<Value>> wanted) {
        Map<RowOwner.Attribute, LargeRows> sets = new HashMap<>();
        List<Sought> sought = new ArrayList<>();
        wanted.forEach((set, values) -> {
            sets.put(new RowOwner.Attribute(set.owner(), set.attribute()), set);
            for (Value value : values) {
                if (value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY) {
                    sought.add(new Sought(set.owner(), reference.identity()));
                }
            }
        });
        List<Held> read = session.listOf("metaverse.find-values", "select " + HELD + " from "
                + dialect.given("owner", "target")
                + " join metaverse_reference r on r.owner_id = given.owner and r.target_id = given.target"
                + " where r.in_rows = ?",
                sought, IdentityReferenceTable::bind, this::held);
        session.tally().loadedValues(read.size());
        Map<LargeRows, List<StoredValues.Entry>> found = new HashMap<>();
        for (Held one : read) {
            LargeRows set = sets.get(new RowOwner.Attribute(one.owner, one.attribute));
            if (set != null) {
                found.computeIfAbsent(set, unused -> new ArrayList<>()).add(one.entry());
            }
        }
        return found;
    }

    private Held held(Row row) throws SQLException {
        long owner = row.number();
        int attribute = row.small();
        Value value = ReferenceValue.toIdentity(row.number());
        long contributor = row.number();
        boolean none = row.wasNull();
        Lineage lineage = none ? null : new Lineage(contributor, rules.rule(row.small()), row.number(), row.instant());
        return new Held(owner, attribute, value, lineage);
    }

    /** @param layouts of the types of owners, by number */
    List<IdentityReference> referencesTo(Collection<Long> identities, IntFunction<Layout> layouts) {
        String sql = "select r.owner_id, o.type_id, r.attribute_id, r.target_id, r.rule_id from " + dialect.given("id")
                + " join metaverse_reference r on r.target_id = given.id join metaverse_object o on o.id = r.owner_id";
        return session.listOf("metaverse.references-to", sql, Set.copyOf(identities), Parameters::putAll,
                row -> reference(row, layouts)).stream()
                .flatMap(Optional::stream)
                .sorted(IdentityReference.ORDER)
                .toList();
    }

    /** Empty for an attribute that its type no longer has. */
    private Optional<IdentityReference> reference(Row row, IntFunction<Layout> layouts) throws SQLException {
        long owner = row.number();
        Layout layout = layouts.apply(row.small());
        int index = layout.index(row.small());
        long target = row.number();
        int rule = row.small();
        String name = row.wasNull() ? null : rules.rule(rule);
        return index < 0
                ? Optional.empty()
                : Optional.of(new IdentityReference(owner, layout.type().attribute(index).name(), target, name));
    }

    List<Long> referringTo(Collection<Long> identities) {
        String sql = "select distinct r.owner_id from " + dialect.given("id")
                + " join metaverse_reference r on r.target_id = given.id";
        return session.listOf("metaverse.referring-to", sql, Set.copyOf(identities), Parameters::putAll,
                Row::number).stream().sorted().distinct().toList();
    }
}
