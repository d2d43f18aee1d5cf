package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.syncline.platform.engine.port.Metaverse.IdentityReference;
import org.syncline.platform.store.encoding.IdentityEncoding;
import org.syncline.platform.store.encoding.Layout;
import org.syncline.platform.store.encoding.RuleNumbers;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** The references between identities, one row a value: the values of multi-valued attributes with their lineage, and the way back. */
final class IdentityReferenceTable {
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

    private record Held(long owner, int attribute, Value value, Lineage lineage) {}

    /** What one page adds and removes. */
    final class Changes {
        private final List<Changed> added = new ArrayList<>();
        private final List<Changed> removed = new ArrayList<>();
        private final List<Long> goneOwners = new ArrayList<>();
        private int gone;

        void noteGone(MetaverseObject object, Layout layout) {
            for (int index = 0; index < layout.type().size(); index++) {
                gone += references(layout, index, object).size();
            }
            goneOwners.add(object.id());
        }

        /** Both of one type; {@code before} is null for a new identity. */
        void note(MetaverseObject before, MetaverseObject after, Layout layout) {
            for (int index = 0; index < layout.type().size(); index++) {
                if (before == null || !isSame(before, after, index)) {
                    Set<Reference> from = before == null ? Set.of() : references(layout, index, before);
                    note(after.id(), from, references(layout, index, after));
                }
            }
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

    private static boolean isSame(MetaverseObject before, MetaverseObject after, int index) {
        return before.attributes().get(index) == after.attributes().get(index)
                && before.lineage().get(index).equals(after.lineage().get(index));
    }

    private static Set<Reference> references(Layout layout, int index, MetaverseObject object) {
        Content content = object.attributes().get(index);
        if (!content.isPresent()) {
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

    /** The values that stand in rows, by owner and attribute number, in the order in which they were added. */
    Map<Long, Map<Integer, IdentityEncoding.Rows>> held(Collection<Long> owners) {
        Map<Long, Map<Integer, IdentityEncoding.Rows>> held = new HashMap<>();
        if (!owners.isEmpty()) {
            String sql =
                    "select r.owner_id, r.attribute_id, r.target_id, r.contributor_id, r.rule_id, r.ruleset_version, r.changed"
                            + " from " + dialect.given("id")
                            + " join metaverse_reference r on r.owner_id = given.id where r.in_rows = ? order by r.id";
            session.more("references", sql, parameters -> parameters.putAll(owners).put(true), this::held)
                    .forEach(one -> keep(one, held.computeIfAbsent(one.owner, unused -> new HashMap<>())));
        }
        return held;
    }

    private static void keep(Held one, Map<Integer, IdentityEncoding.Rows> byAttribute) {
        IdentityEncoding.Rows rows = byAttribute.computeIfAbsent(one.attribute,
                unused -> new IdentityEncoding.Rows(new ArrayList<>(), new ArrayList<>()));
        rows.values().add(one.value);
        if (one.lineage != null) {
            rows.lineage().add(one.lineage);
        }
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
        return session.list("metaverse.references-to", sql, parameters -> parameters.putAll(Set.copyOf(identities)),
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
                + " join metaverse_reference r on r.target_id = given.id order by r.owner_id";
        return session.list("metaverse.referring-to", sql, parameters -> parameters.putAll(Set.copyOf(identities)),
                Row::number);
    }
}
