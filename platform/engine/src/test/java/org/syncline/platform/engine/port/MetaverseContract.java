package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.syncline.platform.engine.port.StoreFixture.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** What every store promises of the metaverse. */
public interface MetaverseContract extends StoreFixture {
    Instant NOON = Instant.parse("2026-11-23T12:00:00.000000001Z");

    private static Lineage from(long contributor, String rule) {
        return new Lineage(contributor, rule, 3, NOON.plusSeconds(contributor));
    }

    private MetaverseObject identity(Attributes attributes, String rule) {
        return withLineage(metaverse().reserveIds(1), attributes, rule);
    }

    private static MetaverseObject withLineage(long id, Attributes attributes, String rule) {
        List<List<Lineage>> lineage = new ArrayList<>();
        for (int index = 0; index < attributes.type().size(); index++) {
            List<Lineage> origins = new ArrayList<>();
            for (int value = 0; value < attributes.get(index).count(); value++) {
                origins.add(from(value, rule + value));
            }
            lineage.add(origins);
        }
        return new MetaverseObject(id, attributes, lineage, null);
    }

    private static Attributes group(long... members) {
        List<Value> references = new ArrayList<>();
        for (long member : members) {
            references.add(ReferenceValue.toIdentity(member));
        }
        return Attributes.builder(SampleTypes.PERSON).set("member", Content.of(references)).build();
    }

    private static Attributes managedBy(long manager) {
        return Attributes.builder(SampleTypes.PERSON).set("manager", ReferenceValue.toIdentity(manager)).build();
    }

    @Test
    default void givesBackValuesAndWhereTheyComeFrom() {
        Attributes attributes = group(4, 9, 2).toBuilder()
                .set("name", "Zoë \uD83D\uDE00")
                .set("mail", List.of(new TextValue("b"), new TextValue("a")))
                .set("manager", ReferenceValue.toIdentity(Long.MAX_VALUE))
                .build();
        MetaverseObject object = identity(attributes, "flow ü");
        MetaverseObject ending = object.endingSince(NOON);
        MetaverseObject bare = person("no lineage");
        add(object, bare);

        assertEquals(List.of(object, bare), metaverse().load(List.of(bare.id(), object.id(), 12345L)));
        change(object, ending);
        assertEquals(ending, loadedIdentity(object.id()));
        change(ending, object);
        assertEquals(object, loadedIdentity(object.id()));
        change(object, null);
        assertNull(loadedIdentity(object.id()));
    }

    @Test
    default void givesBackALineageWithoutARule() {
        MetaverseObject object = person("x");
        List<List<Lineage>> lineage = new ArrayList<>(object.lineage());
        lineage.set(0, List.of(new Lineage(0, null, 0, NOON)));
        object = object.with(object.attributes(), lineage);
        add(object);
        assertEquals(object, loadedIdentity(object.id()));
    }

    @Test
    default void changesSingleMembersWithTheirLineage() {
        MetaverseObject before = identity(group(4, 9, 2), "one ");
        add(before);
        List<List<Lineage>> lineage = new ArrayList<>(before.lineage());
        lineage.set(3, List.of(before.lineage().get(3).get(0), before.lineage().get(3).get(2), from(8, "new")));
        MetaverseObject after = before.with(group(4, 2, 7), lineage);
        StoreStatistics then = store().statistics();
        change(before, after);

        assertEquals(after, loadedIdentity(after.id()));
        Map<String, Long> rows = store().statistics().since(then).rows();
        assertEquals(
                Map.of("metaverse.update", 1L, "metaverse.insert-references", 1L, "metaverse.delete-references", 1L),
                rows);
    }

    @Test
    default void findsIdentitiesByTheirKeys() {
        MetaverseObject ann = person("ann");
        MetaverseObject bob = person("bob");
        metaverse().write(List.of(
                new MetaverseChange(null, ann, Set.of(), Set.of(key("a"), key("both"))),
                new MetaverseChange(null, bob, Set.of(), Set.of(key("both")))));
        assertEquals(
                Map.of(key("a"), List.of(ann.id()), key("both"), List.of(ann.id(), bob.id())),
                metaverse().find(List.of(key("a"), key("both"), key("none"))));
        assertEquals(Map.of(ann.id(), Set.of(key("a"), key("both"))), metaverse().keysOf(List.of(ann.id(), 999L)));
        metaverse().write(List.of(new MetaverseChange(ann, null, Set.of(key("a"), key("both")), Set.of())));
        assertEquals(Map.of(key("both"), List.of(bob.id())), metaverse().find(List.of(key("a"), key("both"))));
    }

    @Test
    default void findsTheIdentitiesThatReferToOthers() {
        MetaverseObject boss = person("boss");
        MetaverseObject worker = identity(managedBy(boss.id()), "r");
        MetaverseObject team = identity(group(boss.id(), worker.id()), "r");
        add(boss, worker, team);

        assertEquals(List.of(worker.id(), team.id()), metaverse().referringTo(List.of(boss.id(), worker.id())));
        assertEquals(List.of(team.id()), metaverse().referringTo(List.of(worker.id())));
        assertEquals(
                List.of(worker.id() + " manager", team.id() + " member"),
                metaverse().referencesTo(List.of(boss.id())).stream()
                        .map(reference -> reference.owner() + " " + reference.attribute())
                        .toList());
        assertEquals(List.of(), metaverse().referringTo(List.of(team.id())));
        change(worker, worker.with(Attributes.empty(SampleTypes.PERSON), boss.lineage()));
        assertEquals(List.of(team.id()), metaverse().referringTo(List.of(boss.id())));
        change(team, null);
        assertEquals(List.of(), metaverse().referringTo(List.of(boss.id(), worker.id())));
    }

    @Test
    default void pagesThroughAllAndThroughThoseThatEnd() {
        MetaverseObject one = person("one");
        MetaverseObject two = person("two").endingSince(NOON);
        MetaverseObject three = person("three").endingSince(NOON);
        add(one, two, three);

        assertEquals(List.of(one.id(), two.id()), metaverse().all(0, 2));
        assertEquals(List.of(three.id()), metaverse().all(two.id(), 2));
        assertEquals(List.of(two.id()), metaverse().ending(0, 1));
        assertEquals(List.of(three.id()), metaverse().ending(two.id(), 5));
        assertEquals(Map.of("person", 3L), metaverse().counts());
        change(one, null);
        assertEquals(Map.of("person", 2L), metaverse().counts());
    }

    @Test
    default void findsIdentitiesThatNothingHoldsButProvisioning() {
        MetaverseObject alone = person("alone");
        MetaverseObject provisioned = person("provisioned");
        MetaverseObject held = person("held");
        MetaverseObject heldByHand = person("held by hand");
        add(alone, provisioned, held, heldByHand);
        add(account(provisioned, Link.Origin.PROVISIONING));
        add(account(held, Link.Origin.PROVISIONING));
        add(account(held, Link.Origin.JOIN));
        add(account(heldByHand, Link.Origin.MANUAL));
        assertEquals(List.of(alone.id(), provisioned.id()), metaverse().orphans(0, 5));
        assertEquals(List.of(alone.id()), metaverse().orphans(0, 1));
        assertEquals(List.of(provisioned.id()), metaverse().orphans(alone.id(), 5));
    }

    private ConnectorSpaceObject account(MetaverseObject identity, Link.Origin origin) {
        return ConnectorSpaceObject.unseen(newId(), "directory", null, SampleTypes.ACCOUNT)
                .with(Link.joined(identity.id(), origin));
    }

    @Test
    default void keepsTheListOfThoseToBeEvaluatedAgain() {
        metaverse().markForEvaluation(List.of(5L, 3L, 5L));
        metaverse().markForEvaluation(List.of(3L, 9L));
        assertEquals(List.of(3L, 5L), metaverse().markedForEvaluation(0, 2));
        assertEquals(List.of(9L), metaverse().markedForEvaluation(5, 2));
        metaverse().unmark(List.of(3L, 9L, 100L));
        assertEquals(List.of(5L), metaverse().markedForEvaluation(0, 10));
    }

    @Test
    default void wakesEachIdentityFromItsInstantOn() {
        metaverse().wakeAt(List.of(
                new WakeTime(7, NOON), new WakeTime(3, NOON.plusSeconds(1)), new WakeTime(5, NOON),
                new WakeTime(9, null)));
        assertEquals(List.of(), metaverse().due(NOON.minusNanos(1), 0, 10));
        assertEquals(List.of(5L), metaverse().due(NOON, 0, 1));
        assertEquals(List.of(7L), metaverse().due(NOON, 5, 10));
        assertEquals(List.of(3L, 5L, 7L), metaverse().due(NOON.plusSeconds(1), 0, 10));
    }

    @Test
    default void wakesNobodyTwiceWhoseInstantWasSetAnew() {
        metaverse().wakeAt(List.of(new WakeTime(1, NOON), new WakeTime(2, NOON), new WakeTime(3, NOON)));
        metaverse()
                .wakeAt(List.of(new WakeTime(1, null), new WakeTime(2, NOON.plusSeconds(60)), new WakeTime(3, NOON)));
        assertEquals(List.of(3L), metaverse().due(NOON, 0, 10));
        assertEquals(List.of(2L, 3L), metaverse().due(NOON.plusSeconds(60), 0, 10));
        assertEquals(List.of(2L, 3L), reopened().metaverse().due(NOON.plusSeconds(60), 0, 10));
    }

    @Test
    default void refusesIdentitiesThatAreNotWhatTheySeem() {
        MetaverseObject ann = person("ann");
        assertThrows(StoreException.class, () -> change(ann, ann.endingSince(NOON)));
        add(ann);
        assertThrows(StoreException.class, () -> add(ann));
    }

    @Test
    default void givesIdentitiesNumbersOfTheirOwn() {
        long first = metaverse().reserveIds(100);
        assertEquals(first + 100, metaverse().reserveIds(1));
        ConnectorSpaceObject account = account("a");
        add(account);
        assertEquals(List.of(), metaverse().load(List.of(account.id() + 1_000_000)));
    }
}
