package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.RunHistory.PendingReference;

/** The references that lead nowhere yet. */
final class PendingReferenceTable {
    private final Session session;
    private final Dialect dialect;
    private final Numbers numbers;

    PendingReferenceTable(Session session, Dialect dialect, Numbers numbers) {
        this.session = session;
        this.dialect = dialect;
        this.numbers = numbers;
    }

    private record Numbered(long id, PendingReference reference) {}

    void replace(Collection<Long> owners, Collection<PendingReference> references) {
        session.inTransaction(() -> {
            Set<PendingReference> wanted = new LinkedHashSet<>(references);
            Set<PendingReference> kept = new HashSet<>();
            List<Long> obsolete = new ArrayList<>();
            for (Numbered stored : of(owners)) {
                if (!wanted.contains(stored.reference) || !kept.add(stored.reference)) {
                    obsolete.add(stored.id);
                }
            }
            wanted.removeAll(kept);
            write(obsolete, wanted);
        });
    }

    private List<Numbered> of(Collection<Long> owners) {
        String sql = "select p.id, p.connector, p.owner_id, p.attribute, p.target, p.reason from " + dialect.given("id")
                + " join pending_reference p on p.owner_id = given.id";
        return session.listOf("history.find-references", sql, Set.copyOf(owners), Parameters::putAll,
                row -> new Numbered(row.number(), reference(row)));
    }

    private void write(List<Long> obsolete, Set<PendingReference> added) {
        session.batch("history.delete-references", "delete from pending_reference where id = ?", obsolete,
                (parameters, id) -> parameters.put(id));
        session.insert("history.insert-references",
                "pending_reference (id, connector, owner_id, attribute, target, reason)", 6,
                added, (parameters, reference) -> parameters.put(numbers.reserve("pending-reference", 1))
                        .put(reference.connector())
                        .put(reference.owner())
                        .put(reference.attribute())
                        .put(reference.key())
                        .put(reference.reason()));
    }

    List<PendingReference> of(String connector) {
        String sql = "select connector, owner_id, attribute, target, reason from pending_reference where connector = ?"
                + " order by owner_id, id";
        return session.list("history.pending-references", sql, parameters -> parameters.put(connector),
                PendingReferenceTable::reference);
    }

    private static PendingReference reference(Row row) throws SQLException {
        return new PendingReference(row.text(), row.number(), row.text(), row.text(), row.text());
    }
}
