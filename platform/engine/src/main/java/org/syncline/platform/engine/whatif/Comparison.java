package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.platform.engine.overlay.OverlayStore;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.whatif.Tally.Sources;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Compares two states of one store, of which only what was written in either is looked at, page by page. */
final class Comparison {
    private static final int PAGE = 500;

    private final Store without;
    private final OverlayStore with;
    private final Set<String> connectors;
    private final Pairing pairing;
    private final Accounts accounts;
    private final Identities identities;
    private final int examples;
    private final Map<TypeName, Tally> ofAccounts = new TreeMap<>();
    private final Map<String, Tally> ofIdentities = new TreeMap<>();

    /**
     * Compares nothing yet.
     *
     * @param without the change: the store itself, or an overlay on it
     * @param connectors of which something may be stored
     * @param examples of each effect, at most
     */
    Comparison(Store without, OverlayStore with, Set<String> connectors, Pairing pairing, Accounts accounts,
            int examples) {
        this.without = without;
        this.with = with;
        this.connectors = connectors;
        this.pairing = pairing;
        this.accounts = accounts;
        this.identities = new Identities(pairing);
        this.examples = examples;
    }

    private record TypeName(String connector, String objectType) implements Comparable<TypeName> {
        @Override
        public int compareTo(TypeName other) {
            int order = connector.compareTo(other.connector);
            return order == 0 ? objectType.compareTo(other.objectType) : order;
        }
    }

    /** Numbers in ascending order, page by page. */
    private interface Written {
        List<Long> of(OverlayStore store, long after);
    }

    private interface Work {
        void on(List<Long> page);
    }

    Comparison compare() {
        inPages((store, after) -> store.writtenObjects(after, PAGE), this::compareStoredObjects);
        inPages((store, after) -> store.writtenIdentities(after, PAGE), this::compareStoredIdentities);
        for (String connector : connectors) {
            newOnes(with, after -> with.connectorSpace().all(connector, after, PAGE), this::compareNewObjects);
            newOnes(without, after -> without.connectorSpace().all(connector, after, PAGE), this::compareMissedObjects);
        }
        newOnes(with, after -> with.metaverse().all(after, PAGE), this::compareNewIdentities);
        newOnes(without, after -> without.metaverse().all(after, PAGE), this::compareMissedIdentities);
        return this;
    }

    private void inPages(Written written, Work work) {
        for (List<Long> page = page(written, 0); !page.isEmpty(); page = page(written, page.getLast())) {
            work.on(page);
        }
    }

    private List<Long> page(Written written, long after) {
        TreeSet<Long> both = new TreeSet<>(written.of(with, after));
        if (without instanceof OverlayStore overlay) {
            both.addAll(written.of(overlay, after));
        }
        return both.stream().limit(PAGE).toList();
    }

    private static void newOnes(Store store, Function<Long, List<Long>> all, Work work) {
        if (store instanceof OverlayStore) {
            List<Long> page = all.apply(OverlayStore.LAST_BELOW);
            while (!page.isEmpty()) {
                work.on(page);
                page = all.apply(page.getLast());
            }
        }
    }

    private void compareStoredObjects(List<Long> ids) {
        Map<Long, ConnectorSpaceObject> before = objects(without, ids);
        Map<Long, ConnectorSpaceObject> after = objects(with, ids);
        ids.forEach(id -> note(before.get(id), after.get(id)));
    }

    private static Map<Long, ConnectorSpaceObject> objects(Store store, Collection<Long> ids) {
        return store.connectorSpace().load(ids).stream()
                .collect(Collectors.toMap(ConnectorSpaceObject::id, object -> object));
    }

    private void note(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Difference difference = accounts.between(before, after);
        if (!difference.isNone()) {
            ConnectorSpaceObject one = after == null ? before : after;
            ofAccounts.computeIfAbsent(
                    new TypeName(one.connector(), one.type().name()), unused -> new Tally(examples))
                    .add(one.id(), difference, () -> title(before == null ? after : before));
        }
    }

    private static String title(ConnectorSpaceObject object) {
        return OverlayStore.isNew(object.id()) && object.dn() == null
                ? "a new " + object.type().name()
                : object.title();
    }

    private void compareNewObjects(List<Long> ids) {
        List<ConnectorSpaceObject> created = with.connectorSpace().load(ids);
        Map<String, ConnectorSpaceObject> there = newAccounts(without,
                created.stream().map(account -> pairing.before(account.link().identity())).toList());
        created.forEach(after -> note(there.get(key(after, pairing.before(after.link().identity()))), after));
    }

    /** Those that come with the change too were looked at. */
    private void compareMissedObjects(List<Long> ids) {
        List<ConnectorSpaceObject> created = without.connectorSpace().load(ids);
        Map<String, ConnectorSpaceObject> there = newAccounts(with,
                created.stream().map(account -> pairing.after(account.link().identity())).toList());
        created.stream()
                .filter(before -> !there.containsKey(key(before, pairing.after(before.link().identity()))))
                .forEach(before -> note(before, null));
    }

    private static Map<String, ConnectorSpaceObject> newAccounts(Store store, List<Long> identities) {
        Map<String, ConnectorSpaceObject> accounts = new HashMap<>();
        if (store instanceof OverlayStore) {
            store.connectorSpace().accountsOf(new HashSet<>(identities)).stream()
                    .filter(account -> OverlayStore.isNew(account.id()))
                    .forEach(account -> accounts.put(key(account, account.link().identity()), account));
        }
        return accounts;
    }

    private static String key(ConnectorSpaceObject account, long identity) {
        return identity + " " + account.connector() + " " + account.type().name();
    }

    private void compareStoredIdentities(List<Long> ids) {
        Map<Long, MetaverseObject> before = identities(without, ids);
        Map<Long, MetaverseObject> after = identities(with, ids);
        ids.forEach(id -> note(true, before.get(id), after.get(id)));
    }

    private static Map<Long, MetaverseObject> identities(Store store, Collection<Long> ids) {
        return store.metaverse().load(ids).stream()
                .collect(Collectors.toMap(MetaverseObject::id, identity -> identity));
    }

    private void note(boolean stored, MetaverseObject before, MetaverseObject after) {
        Difference difference = identities.between(stored, before, after);
        if (!difference.isNone()) {
            MetaverseObject one = after == null ? before : after;
            ofIdentities.computeIfAbsent(one.type().name(), unused -> new Tally(examples))
                    .add(one.id(), difference, () -> title(one, after == null ? without : with));
        }
    }

    /** By its first object that an administrator can look up. */
    private static String title(MetaverseObject identity, Store store) {
        List<String> titles = new ArrayList<>();
        store.connectorSpace().accountsOf(List.of(identity.id())).stream()
                .filter(account -> !OverlayStore.isNew(account.id()))
                .map(account -> account.connector() + " '" + account.title() + "'")
                .forEach(titles::add);
        return titles.isEmpty()
                ? "a new " + identity.type().name()
                : titles.getFirst();
    }

    private void compareNewIdentities(List<Long> ids) {
        Map<Long, MetaverseObject> there =
                identities(without, ids.stream().map(pairing::before).filter(id -> id != 0).toList());
        with.metaverse().load(ids).forEach(after -> note(false, there.get(pairing.before(after.id())), after));
    }

    private void compareMissedIdentities(List<Long> ids) {
        without.metaverse().load(ids).stream()
                .filter(before -> pairing.after(before.id()) == 0)
                .forEach(before -> note(false, before, null));
    }

    List<Effects> ofSystems(RuleDifference rules) {
        Map<TypeName, Long> totals = new HashMap<>();
        connectors.forEach(connector -> without.connectorSpace().counts(connector)
                .forEach(count -> totals.put(new TypeName(connector, count.objectType()), objects(count))));
        List<Effects> effects = new ArrayList<>();
        ofAccounts.forEach((name, tally) -> effects.add(tally.effects(
                name.connector, name.objectType, totals.getOrDefault(name, 0L), new Sources(
                        effect -> rules.ofAccounts(name.connector, name.objectType, effect),
                        attribute -> rules.ofAccounts(name.connector, name.objectType, attribute)))));
        return effects;
    }

    private static long objects(TypeCount count) {
        return count.objects();
    }

    List<Effects> ofIdentities(RuleDifference rules) {
        Map<String, Long> totals = without.metaverse().counts();
        List<Effects> effects = new ArrayList<>();
        ofIdentities.forEach((type, tally) -> effects.add(tally.effects(null, type, totals.getOrDefault(type, 0L),
                new Sources(effect -> rules.ofIdentities(type, effect),
                        attribute -> rules.ofIdentities(type, attribute)))));
        return effects;
    }
}
