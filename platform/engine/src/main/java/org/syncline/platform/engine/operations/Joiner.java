package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RunHistory.AuditRecord;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Joins, projects and disconnects by hand. What was done is audited, and takes effect in the next synchronization: it marks the
 * identities concerned for evaluation and computes nothing itself.
 */
public final class Joiner {
    private static final int PAGE = 500;

    private final Store store;
    private final PinnedRules rules;
    private final ObjectKeys keys;
    private final Clock clock;
    private final String who;

    /** @param who does it, for the audit */
    public Joiner(Store store, PinnedRules rules, Clock clock, String who) {
        this.store = store;
        this.rules = rules;
        this.keys = rules.prepared(ObjectKeys.class, ObjectKeys::new);
        this.clock = clock;
        this.who = who;
    }

    /**
     * The objects of a connector that belong to nobody, with what the join criteria find for them.
     *
     * @return how many there are
     */
    public long list(String connector, Consumer<Disconnected> shown) {
        long count = 0;
        for (List<Long> ids = store.connectorSpace().all(connector, 0, PAGE); !ids.isEmpty(); ids =
                store.connectorSpace().all(connector, ids.getLast(), PAGE)) {
            List<ConnectorSpaceObject> page =
                    store.connectorSpace().load(ids).stream().filter(object -> !object.link().isJoined()).toList();
            JoinSearch search = search(page);
            page.forEach(object -> shown.accept(disconnected(object, search)));
            count += page.size();
        }
        return count;
    }

    private JoinSearch search(List<ConnectorSpaceObject> objects) {
        return new JoinSearch(store, rules, new Present(clock.instant(), rules.ruleset().zone()), objects);
    }

    private static Disconnected disconnected(ConnectorSpaceObject object, JoinSearch search) {
        return new Disconnected(
                object.id(), object.connector(), object.type().name(), object.title(), state(object.link()),
                search.attempts(object).stream().map(Disconnected.Attempt::of).toList());
    }

    /** Joins an object to an identity; the filter does not break such a link. */
    public AuditRecord join(ConnectorSpaceObject object, MetaverseObject identity) {
        refuseUnlessFree(object);
        List<ConnectorSpaceChange> changes = makeRoom(object, identity);
        changes.add(keys.change(object, linked(object, identity.id())));
        return carryOut(
                "join", object, "joined to identity #" + identity.id() + " by hand", changes, List.of(),
                List.of(identity.id()));
    }

    private static ConnectorSpaceObject linked(ConnectorSpaceObject object, long identity) {
        return object.with(Link.joined(identity, Link.Origin.MANUAL)).with((Leaving) null);
    }

    private static void refuseUnlessFree(ConnectorSpaceObject object) {
        if (object.link().isJoined()) {
            throw new OperationRefused("'" + object.title() + "' is joined to identity #" + object.link().identity()
                    + "; disconnect it first");
        }
        if (object.hologram().imported() == null || object.hologram().exported() == null) {
            throw new OperationRefused(
                    "'" + object.title() + "' is deleted, or its deletion was sent; there is nothing to join");
        }
    }

    /** A draft that nobody sent yet gives its place to the account that exists. */
    private List<ConnectorSpaceChange> makeRoom(ConnectorSpaceObject object, MetaverseObject identity) {
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        for (ConnectorSpaceObject account : store.connectorSpace().accountsOf(List.of(identity.id()))) {
            boolean same = account.connector().equals(object.connector())
                    && account.type().name().equals(object.type().name());
            if (same && account.isDraft() && !isInFlight(account)) {
                changes.add(keys.change(account, null));
            } else if (same && !allowsMany(object)) {
                throw new OperationRefused("Identity #" + identity.id() + " has the account '" + account.title()
                        + "' in '" + object.connector() + "' already; disconnect that one first");
            }
        }
        return changes;
    }

    private boolean isInFlight(ConnectorSpaceObject account) {
        return store.runHistory().inFlight(account.connector()).containsKey(account.id());
    }

    private boolean allowsMany(ConnectorSpaceObject object) {
        return joinRules(object).stream()
                .flatMap(join -> join.criteria().stream())
                .anyMatch(JoinRules.Criterion::many);
    }

    private List<JoinRules> joinRules(ConnectorSpaceObject object) {
        return rules.ruleset().joinRules(object.connector(), object.type().name());
    }

    /**
     * Makes a new identity of an object.
     *
     * @param type of the metaverse; null for that of the join rules
     */
    public AuditRecord project(ConnectorSpaceObject object, String type) {
        refuseUnlessFree(object);
        MetaverseObject identity =
                MetaverseObject.projected(store.metaverse().reserveIds(1), metaverseType(object, type).type());
        return carryOut(
                "project", object, "joined to the new identity #" + identity.id() + " by hand",
                new ArrayList<>(List.of(keys.change(object, linked(object, identity.id())))),
                List.of(keys.change(null, identity)),
                List.of(identity.id()));
    }

    private MetaverseType metaverseType(ConnectorSpaceObject object, String type) {
        String name = type != null ? type : projectedType(object);
        MetaverseType found = rules.ruleset().metaverse().get(name);
        if (found == null) {
            throw new OperationRefused("There is no metaverse type '" + name + "'; there are "
                    + String.join(", ", rules.ruleset().metaverse().keySet()));
        }
        return found;
    }

    private String projectedType(ConnectorSpaceObject object) {
        List<String> types = joinRules(object).stream().map(JoinRules::metaverseType).distinct().toList();
        if (types.size() != 1) {
            throw new OperationRefused(types.isEmpty()
                    ? "'" + object.connector()
                            + "' has no join rules that say of which type the identity is; say it with --type"
                    : "The join rules of '" + object.connector() + "' make identities of the types "
                            + String.join(", ", types) + "; say which with --type");
        }
        return types.getFirst();
    }

    /**
     * Breaks a link. Nothing is deprovisioned for it: if no other link keeps the identity, its accounts are marked as held by hand.
     *
     * @param explicitly whether only a person joins it again; else the rules may
     */
    public AuditRecord disconnect(ConnectorSpaceObject object, boolean explicitly) {
        if (!object.link().isJoined()) {
            throw new OperationRefused("'" + object.title() + "' is joined to nobody");
        }
        if (object.isDraft()) {
            throw new OperationRefused("'" + object.title()
                    + "' does not exist yet: provisioning decided it; change the rule that wants it");
        }
        long identity = object.link().identity();
        Link link = explicitly ? Link.EXPLICITLY_DISCONNECTED : Link.DISCONNECTED;
        List<ConnectorSpaceChange> changes = holdOthers(object, clock.instant());
        changes.add(keys.change(
                object, object.with(object.hologram().want(object.hologram().exported())).with(link)));
        return carryOut(
                explicitly ? "disconnect explicitly" : "disconnect", object, state(link), changes, List.of(),
                List.of(identity));
    }

    private List<ConnectorSpaceChange> holdOthers(ConnectorSpaceObject leaving, Instant now) {
        List<ConnectorSpaceObject> others =
                store.connectorSpace().accountsOf(List.of(leaving.link().identity())).stream()
                        .filter(account -> account.id() != leaving.id())
                        .toList();
        boolean isKept = others.stream().anyMatch(account -> account.link().origin() != Link.Origin.PROVISIONING);
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        if (!isKept) {
            others.forEach(account -> changes.add(
                    keys.change(account, account.with(new Leaving(Leaving.DISCONNECTED_BY_HAND, now)))));
        }
        return changes;
    }

    private AuditRecord carryOut(
            String what, ConnectorSpaceObject object, String after, List<ConnectorSpaceChange> changes,
            List<MetaverseChange> identities, List<Long> evaluated) {
        AuditRecord done = new AuditRecord(
                clock.instant(), who, what, object.connector(), object.id(), object.title(), state(object.link()),
                after);
        store.inTransaction(() -> {
            if (!identities.isEmpty()) {
                store.metaverse().write(identities);
            }
            store.connectorSpace().write(changes);
            store.metaverse().markForEvaluation(evaluated);
            store.runHistory().audit(done);
        });
        return done;
    }

    static String state(Link link) {
        return link.state() == LinkState.JOINED
                ? "joined to identity #" + link.identity()
                        + (link.origin() == Link.Origin.MANUAL
                                ? " by hand"
                                : " by " + link.origin().name().toLowerCase(Locale.ROOT))
                : link.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
