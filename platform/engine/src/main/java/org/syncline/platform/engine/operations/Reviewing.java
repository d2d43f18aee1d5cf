package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.export.ChangeHash;
import org.syncline.platform.engine.export.PendingSet;
import org.syncline.platform.engine.port.GuardHistory.Approval;
import org.syncline.platform.engine.port.GuardHistory.Review;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Value;

/** Shows what would be exported, and lets a person release what a guard holds of it. */
public final class Reviewing {
    private static final String MASK = "********";

    private final Store store;
    private final Clock clock;

    public Reviewing(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Shows the pending exports of a connector in the order in which they are sent; by its digest the set can be approved then. */
    public ShownExport.Set pending(ConnectorDefinition connector, Consumer<ShownExport> shown) {
        Map<Delta.Kind, Long> counts = new EnumMap<>(Delta.Kind.class);
        ExportStates states = new ExportStates(connector, store, clock.instant());
        Review review = new PendingSet(connector, store).read(clock.instant(), object -> {
            counts.merge(object.hologram().pendingExport().kind(), 1L, Long::sum);
            shown.accept(show(object, states.of(object)));
        });
        store.inTransaction(() -> store.guardHistory().keep(review));
        return new ShownExport.Set(
                connector.name(),
                counts.getOrDefault(Delta.Kind.ADD, 0L),
                counts.getOrDefault(Delta.Kind.UPDATE, 0L),
                counts.getOrDefault(Delta.Kind.DELETE, 0L),
                review.digest());
    }

    /**
     * What an approval will release.
     *
     * @param same objects whose change is still the one that was seen
     * @param changed titles of those that have another change now
     * @param over how many have no pending export any more
     */
    public record Approved(long same, List<String> changed, long over) {}

    /**
     * Releases a set once: the next export sends what is still exactly as it was seen, whatever its guards say.
     *
     * @param who releases it, for the audit
     * @return empty if nobody has seen a set of this digest
     */
    public Optional<Approved> approve(ConnectorDefinition connector, String digest, String who) {
        return store.guardHistory().review(connector.name(), digest).map(review -> {
            Approved approved = compare(connector, review);
            if (approved.same() > 0) {
                store.inTransaction(
                        () -> store.guardHistory().approve(connector.name(), digest, who, clock.instant()));
                store.makeDurable();
            }
            return approved;
        });
    }

    private Approved compare(ConnectorDefinition connector, Review review) {
        long[] same = new long[1];
        List<String> changed = new ArrayList<>();
        new PendingSet(connector, store).read(clock.instant(), object -> {
            ContentHash seen = review.changes().get(object.id());
            if (seen != null && seen.equals(ChangeHash.of(object))) {
                same[0]++;
            } else if (seen != null) {
                changed.add(object.title());
            }
        });
        return new Approved(same[0], changed, review.changes().size() - same[0] - changed.size());
    }

    /** Who released what, the latest first. */
    public List<Approval> approvals(ConnectorDefinition connector) {
        return store.guardHistory().approvals(connector.name());
    }

    private static ShownExport show(ConnectorSpaceObject object, String state) {
        Delta pending = object.hologram().pendingExport();
        int dn = object.type().index(ObjectType.DN);
        Delta.AttributeChange rename = pending.change(dn);
        boolean renamed = pending.kind() == Delta.Kind.UPDATE && rename != null && !rename.added().isEmpty();
        return new ShownExport(
                object.id(),
                object.type().name(),
                object.dn() == null && pending.kind() == Delta.Kind.ADD
                        ? object.hologram().wanted().dn()
                        : object.dn(),
                object.anchor() == null ? null : object.anchor().text(),
                pending.kind().name().toLowerCase(Locale.ROOT),
                renamed ? rename.added().getFirst().text() : null,
                pending.changes().stream()
                        .filter(change -> change.attribute() != dn)
                        .map(change -> change(change, object.type()))
                        .toList(),
                state);
    }

    private static ShownExport.Change change(Delta.AttributeChange change, ObjectType type) {
        AttributeDefinition attribute = type.attribute(change.attribute());
        return new ShownExport.Change(
                attribute.name(),
                attribute.multiValued(),
                attribute.type() == AttributeType.BINARY && !attribute.sensitive(),
                texts(change.added(), attribute),
                texts(change.removed(), attribute));
    }

    private static List<String> texts(List<Value> values, AttributeDefinition attribute) {
        return values.stream()
                .map(value -> attribute.sensitive() && !(value instanceof GeneratedSecret) ? MASK : value.text())
                .toList();
    }
}
