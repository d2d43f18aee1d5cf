package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.syncline.platform.engine.port.StoreFixture.ids;
import static org.syncline.platform.engine.port.StoreFixture.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.ConnectorSpace.TypeCount;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.TextValue;

/** What every store promises of its connector spaces, their keys and their pages. */
public interface ConnectorSpaceContract extends StoreFixture {

    @Test
    default void wakesTheObjectsOfEachConnectorFromTheirInstantsOn() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        space().wakeAt("hr", List.of(new WakeTime(1, noon), new WakeTime(2, noon.plusSeconds(1))));
        space().wakeAt("ad", List.of(new WakeTime(3, noon)));
        assertEquals(List.of(1L), space().due("hr", noon, 0, 10));
        assertEquals(List.of(1L, 2L), space().due("hr", noon.plusSeconds(1), 0, 10));
        assertEquals(List.of(3L), space().due("ad", noon.plusSeconds(1), 0, 10));
        space().wakeAt("hr", List.of(new WakeTime(1, null)));
        assertEquals(List.of(), space().due("hr", noon, 0, 10));
        assertEquals(List.of(), metaverse().due(noon.plusSeconds(1), 0, 10));
    }

    private static Attributes renamed(ConnectorSpaceObject object, String name) {
        return object.hologram().known().with("name", new TextValue(name));
    }

    private static ConnectorSpaceObject reporting(ConnectorSpaceObject object, String name) {
        return object.with(object.hologram().stage(renamed(object, name)));
    }

    private static ConnectorSpaceObject reportedGone(ConnectorSpaceObject object) {
        return object.with(object.hologram().stage(null));
    }

    private static ConnectorSpaceObject wanting(ConnectorSpaceObject object, String name) {
        return object.with(object.hologram().want(renamed(object, name)));
    }

    private ConnectorSpaceObject draft(String name) {
        Attributes wanted = Attributes.builder(SampleTypes.ACCOUNT).set("dn", "cn=" + name).set("name", name).build();
        return ConnectorSpaceObject.unseen(newId(), "directory", null, SampleTypes.ACCOUNT)
                .withDraft(wanted)
                .with(Hologram.unseen(SampleTypes.ACCOUNT).want(wanted));
    }

    @Test
    default void keepsTextsOfEveryKindHoweverManyComeAtOnce() {
        List<String> oddities = List.of("", "nul\u0000", "escape\u001A0000", "half\uD83D", "\uDE00half",
                "pair\uD83D\uDE00", "tab\t\\N");
        List<ConnectorSpaceObject> few = oddities.stream().map(name -> account("few" + name)).toList();
        List<ConnectorSpaceObject> many = new ArrayList<>();
        for (int number = 0; number < 150; number++) {
            many.add(account("many" + number + oddities.get(number % oddities.size()).repeat(1 + number * 7)));
        }
        add(few.toArray(ConnectorSpaceObject[]::new));
        add(many.toArray(ConnectorSpaceObject[]::new));

        assertEquals(few, space().load(few.stream().map(ConnectorSpaceObject::id).toList()));
        assertEquals(many, space().load(many.stream().map(ConnectorSpaceObject::id).toList()));
    }

    @Test
    default void givesNumbersOnlyOnce() {
        Set<Long> given = new HashSet<>();
        for (int count : List.of(1, 500, 25_000, 1, 1)) {
            long first = space().reserveIds(count);
            for (long id = first; id < first + count; id++) {
                assertTrue(given.add(id), "#" + id + " was given twice");
            }
        }
    }

    @Test
    default void loadsWhatIsKnownInAscendingOrderAndLeavesOutTheRest() {
        ConnectorSpaceObject ann = account("ann");
        ConnectorSpaceObject bob = account("bob");
        add(bob, ann);

        assertEquals(List.of(ann, bob), space().load(List.of(bob.id(), 999_999L, ann.id(), bob.id())));
        assertEquals(List.of(), space().load(List.of()));
        assertEquals(List.of(AccountName.of(ann), AccountName.of(bob)),
                space().names(List.of(bob.id(), 999_999L, ann.id())));
        assertEquals(List.of(), space().names(List.of()));
    }

    @Test
    default void changesAndForgetsObjects() {
        ConnectorSpaceObject ann = account("ann");
        add(ann);
        ConnectorSpaceObject changed = reporting(ann, "anna").reported(new ContentHash(7, -7)).with(new Anchor("a2"));
        change(ann, changed);
        assertEquals(changed, loaded(ann.id()));

        change(changed, null);
        assertNull(loaded(ann.id()));
    }

    @Test
    default void findsAccountsByTheirIdentities() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject second = joined("ann2", 7);
        ConnectorSpaceObject bob = joined("bob", 8);
        ConnectorSpaceObject nobody = account("nobody");
        add(ann, second, bob, nobody);

        assertEquals(List.of(ann.id(), second.id()), ids(space().accountsOf(List.of(7L, 12L))));
        change(second, second.with(Link.joined(8, Link.Origin.MANUAL)));
        assertEquals(List.of(ann.id()), ids(space().accountsOf(Set.of(7L))));
        change(bob, bob.with(Link.EXPLICITLY_DISCONNECTED));
        assertEquals(List.of(second.id()), ids(space().accountsOf(Set.of(8L))));
    }

    @Test
    default void leavesOutTheAccountsThatTheCallerHas() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject second = joined("ann2", 7);
        ConnectorSpaceObject bob = joined("bob", 8);
        add(ann, second, bob);

        assertEquals(List.of(second, bob), space().accountsOf(List.of(7L, 8L), Set.of(ann.id())));
        assertEquals(List.of(), space().accountsOf(List.of(8L), Set.of(bob.id())));
    }

    @Test
    default void findsWhatIsAskedForWhetherItLiesCloseTogetherOrNot() {
        List<ConnectorSpaceObject> all = IntStream.range(0, 40).mapToObj(n -> joined("ann" + n, 100 + n)).toList();
        add(all.toArray(ConnectorSpaceObject[]::new));
        for (int step : List.of(1, 2, 3, 10)) {
            List<ConnectorSpaceObject> some =
                    IntStream.iterate(0, n -> n < 40, n -> n + step).mapToObj(all::get).toList();
            List<Long> identities = some.stream().map(object -> object.link().identity()).toList();
            assertEquals(some, space().load(ids(some)));
            assertEquals(some, space().accountsOf(identities));
            assertEquals(some.stream().map(AccountName::of).toList(), space().accountNamesOf(identities));
        }
    }

    @Test
    default void answersMoreQuestionsThanAnArrayOfADatabaseHolds() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject bob = joined("bob", 9_000_000);
        addUnder(ann, key("1"));
        addUnder(bob, key("70000"));
        List<Long> identities =
                LongStream.concat(LongStream.range(1, 70_000).map(n -> n * 3 + 1), LongStream.of(9_000_000))
                        .boxed().toList();
        List<ContentHash> keys = IntStream.rangeClosed(1, 70_000).mapToObj(n -> key("" + n)).toList();

        assertEquals(List.of(ann, bob), space().accountsOf(identities));
        assertEquals(List.of(AccountName.of(ann), AccountName.of(bob)), space().accountNamesOf(identities));
        assertEquals(Map.of(key("1"), List.of(ann.id()), key("70000"), List.of(bob.id())), space().find(keys));
        assertEquals(Set.of(key("1"), key("70000")), space().findNames(keys).keySet());
    }

    @Test
    default void loadsAllObjectsOfAConnectorPageByPage() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject bob = account("bob");
        ConnectorSpaceObject cid = account("cid");
        add(ann, bob, cid);

        assertEquals(List.of(ann, bob), space().loadAll("directory", 0, 2));
        assertEquals(List.of(cid), space().loadAll("directory", bob.id(), 2));
        assertEquals(List.of(), space().loadAll("hr", 0, 2));
    }

    @Test
    default void knowsWhatReferencesNeedOfAnAccount() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject leaving = reportedGone(joined("leaving", 8));
        ConnectorSpaceObject draft = draft("new").with(Link.joined(9, Link.Origin.PROVISIONING));
        ConnectorSpaceObject unwanted = joined("unwanted", 10);
        unwanted = unwanted.with(unwanted.hologram().want(null));
        add(ann, leaving, draft, unwanted);

        assertEquals(
                List.of(
                        new AccountName(ann.id(), "directory", "account", 7, false, "ann", "cn=ann", false, false),
                        new AccountName(leaving.id(), "directory", "account", 8, false, "leaving", null, true, true),
                        new AccountName(draft.id(), "directory", "account", 9, false, null, "cn=new", false, false),
                        new AccountName(unwanted.id(), "directory", "account", 10, false, "unwanted", "cn=unwanted",
                                false,
                                true)),
                space().accountNamesOf(List.of(10L, 9L, 8L, 7L)));
    }

    @Test
    default void findsSeveralObjectsUnderOneKeyAndOneUnderSeveral() {
        ConnectorSpaceObject ann = account("ann");
        ConnectorSpaceObject bob = account("bob").with(Link.FILTERED);
        addUnder(ann, key("a"), key("shared"));
        addUnder(bob, key("shared"));

        assertEquals(
                Map.of(key("a"), List.of(ann.id()), key("shared"), List.of(ann.id(), bob.id())),
                space().find(List.of(key("shared"), key("a"), key("none"), key("a"))));
        assertEquals(
                Map.of(ann.id(), Set.of(key("a"), key("shared")), bob.id(), Set.of(key("shared"))),
                space().keysOf(List.of(ann.id(), bob.id(), 999L)));
        Map<ContentHash, List<AccountName>> names = space().findNames(Set.of(key("shared"), key("none")));
        assertEquals(Map.of(key("shared"), List.of(AccountName.of(ann), AccountName.of(bob))), names);
        assertTrue(names.get(key("shared")).getLast().filtered());
    }

    @Test
    default void movesObjectsToTheirNewKeys() {
        ConnectorSpaceObject ann = account("ann");
        addUnder(ann, key("a"), key("kept"));
        space().write(List
                .of(new ConnectorSpaceChange(ann, ann, Set.of(key("a"), key("kept")), Set.of(key("kept"), key("b")))));

        List<ContentHash> all = List.of(key("a"), key("b"), key("kept"));
        assertEquals(Map.of(key("b"), List.of(ann.id()), key("kept"), List.of(ann.id())), space().find(all));
        space().write(List.of(new ConnectorSpaceChange(ann, null, Set.of(key("kept"), key("b")), Set.of())));
        assertEquals(Map.of(), space().find(all));
    }

    @Test
    default void takesKeysOverInOnePage() {
        ConnectorSpaceObject ann = account("ann");
        ConnectorSpaceObject bob = account("bob");
        addUnder(ann, key("a"));
        space().write(List.of(
                new ConnectorSpaceChange(null, bob, Set.of(), Set.of(key("a"))),
                new ConnectorSpaceChange(ann, null, Set.of(key("a")), Set.of())));

        assertEquals(Map.of(key("a"), List.of(bob.id())), space().find(Set.of(key("a"))));
    }

    @Test
    default void pagesThroughAllObjectsOfOneConnector() {
        ConnectorSpaceObject one = account("one");
        ConnectorSpaceObject other = accountOf("hr", "other");
        ConnectorSpaceObject two = account("two");
        ConnectorSpaceObject three = account("three");
        add(one, other, two, three);

        assertEquals(List.of(one.id(), two.id()), space().all("directory", 0, 2));
        assertEquals(List.of(three.id()), space().all("directory", two.id(), 2));
        assertEquals(List.of(), space().all("directory", three.id(), 2));
        assertEquals(List.of(), space().all("nobody", 0, 2));
    }

    @Test
    default void pagesThroughPendingImportsAddsAndUpdatesApartFromDeletes() {
        ConnectorSpaceObject quiet = account("quiet");
        ConnectorSpaceObject updated = reporting(account("updated"), "new");
        ConnectorSpaceObject gone = reportedGone(account("gone"));
        Attributes reported = Attributes.builder(SampleTypes.ACCOUNT).set("name", "added").build();
        ConnectorSpaceObject added = ConnectorSpaceObject.unseen(newId(), "directory", null, SampleTypes.ACCOUNT)
                .with(Hologram.unseen(SampleTypes.ACCOUNT).stage(reported));
        add(quiet, updated, gone, added, reporting(accountOf("hr", "other"), "x"));

        assertEquals(List.of(updated.id(), added.id()), space().pendingImports("directory", false, 0, 10));
        assertEquals(List.of(updated.id()), space().pendingImports("directory", false, 0, 1));
        assertEquals(List.of(added.id()), space().pendingImports("directory", false, updated.id(), 10));
        assertEquals(List.of(gone.id()), space().pendingImports("directory", true, 0, 10));
        change(updated, updated.with(updated.hologram().synchronize()));
        assertEquals(List.of(added.id()), space().pendingImports("directory", false, 0, 10));
    }

    @Test
    default void pagesThroughPendingExportsOfOneTypeAndKind() {
        ConnectorSpaceObject draft = draft("draft");
        ConnectorSpaceObject first = wanting(account("first"), "a");
        ConnectorSpaceObject second = wanting(account("second"), "b");
        ConnectorSpaceObject last = account("last");
        last = last.with(last.hologram().want(null));
        add(draft, first, second, last, account("quiet"));

        assertEquals(List.of(draft.id()), space().pendingExports("directory", "account", Delta.Kind.ADD, 0, 10));
        assertEquals(List.of(first.id()), space().pendingExports("directory", "account", Delta.Kind.UPDATE, 0, 1));
        assertEquals(
                List.of(second.id()),
                space().pendingExports("directory", "account", Delta.Kind.UPDATE, first.id(), 10));
        assertEquals(List.of(last.id()), space().pendingExports("directory", "account", Delta.Kind.DELETE, 0, 10));
        assertEquals(List.of(), space().pendingExports("directory", "group", Delta.Kind.DELETE, 0, 10));
        assertEquals(List.of(), space().pendingExports("hr", "account", Delta.Kind.UPDATE, 0, 10));
    }

    @Test
    default void pagesThroughObjectsWithoutAnAnchor() {
        ConnectorSpaceObject first = draft("first");
        ConnectorSpaceObject accepted = account("accepted").with((Anchor) null);
        ConnectorSpaceObject last = draft("last");
        add(first, account("anchored"), accepted, accountOf("hr", "other").with((Anchor) null), last);

        assertEquals(List.of(first.id(), accepted.id()), space().withoutAnchor("directory", 0, 2));
        assertEquals(List.of(last.id()), space().withoutAnchor("directory", accepted.id(), 2));
        assertEquals(List.of(), space().withoutAnchor("nobody", 0, 2));
    }

    @Test
    default void countsWhatIsStagedJoinedAndPending() {
        ConnectorSpaceObject draft = draft("draft").with(Link.joined(1, Link.Origin.PROVISIONING));
        ConnectorSpaceObject joined = wanting(joined("joined", 2), "x");
        ConnectorSpaceObject gone = reportedGone(account("gone"));
        add(draft, joined, gone, accountOf("hr", "other"));

        assertEquals(List.of(new TypeCount("account", 2, 2, 1, 1, 1, 0)), space().counts("directory"));
        change(gone, null);
        change(joined, joined.with(joined.hologram().want(null)));
        assertEquals(List.of(new TypeCount("account", 1, 2, 0, 1, 0, 1)), space().counts("directory"));
        assertEquals(List.of(), space().counts("nobody"));
    }

    @Test
    default void readsTheFingerprintsOfAllThatHaveAnAnchor() {
        ConnectorSpaceObject ann = account("ann").reported(new ContentHash(Long.MIN_VALUE, 5));
        ConnectorSpaceObject bob = account("bob");
        add(ann, bob, draft("draft"), accountOf("hr", "other"));

        Map<Long, List<Object>> read = new HashMap<>();
        space().fingerprints("directory", true,
                (id, type, dn, anchor, report) -> read.put(id, List.of(type, dn, anchor, report)));

        assertEquals(Set.of(ann.id(), bob.id()), read.keySet());
        ContentHash annsKey = Keys.anchor("directory", "account", ann.anchor());
        assertEquals(List.of("account", ann.dn(), annsKey, ann.lastReport()), read.get(ann.id()));
        assertEquals(ContentHash.UNKNOWN, read.get(bob.id()).getLast());
    }

    @Test
    default void readsEveryFingerprintOfManyObjectsOnce() {
        ConnectorSpaceObject[] many = new ConnectorSpaceObject[10_500];
        for (int index = 0; index < many.length; index++) {
            many[index] = account("n" + index);
        }
        add(many);
        Set<Long> read = new TreeSet<>();
        space().fingerprints("directory", false, (id, type, dn, anchor, report) -> {
            assertNull(dn);
            assertTrue(read.add(id));
        });

        assertEquals(new TreeSet<>(ids(List.of(many))), read);
    }

    @Test
    default void refusesANewObjectThatExists() {
        ConnectorSpaceObject ann = account("ann");
        add(ann);

        StoreException refused = assertThrows(StoreException.class, () -> add(ann));
        assertTrue(refused.getMessage().contains("exists already"), refused.getMessage());
    }

    @Test
    default void refusesToChangeWhatIsNotStored() {
        ConnectorSpaceObject ann = account("ann");
        StoreException refused = assertThrows(StoreException.class, () -> change(ann, reporting(ann, "x")));
        assertTrue(refused.getMessage().contains("not stored"), refused.getMessage());
        assertThrows(StoreException.class, () -> change(ann, null));
    }

    @Test
    default void writesNothingForWhatDidNotChange() {
        ConnectorSpaceObject ann = account("ann");
        addUnder(ann, key("a"));
        StoreStatistics before = store().statistics();
        space().write(List.of(new ConnectorSpaceChange(ann, ann, Set.of(key("a")), Set.of(key("a")))));

        StoreStatistics done = store().statistics().since(before);
        assertEquals(0, done.rowsWritten());
        assertEquals(0, done.commits());
    }

    @Test
    default void writesAPageInAConstantNumberOfStatements() {
        List<ConnectorSpaceChange> page = new ArrayList<>();
        for (int index = 0; index < 500; index++) {
            ConnectorSpaceObject object = account("n" + index);
            ContentHash anchor = Keys.anchor("directory", "account", object.anchor());
            page.add(new ConnectorSpaceChange(null, object, Set.of(), Set.of(anchor, key("n" + index))));
        }
        StoreStatistics before = store().statistics();
        store().inTransaction(() -> space().write(page));

        StoreStatistics done = store().statistics().since(before);
        assertEquals(
                Map.of("connector-space.insert", 1L, "connector-space.insert-keys", 1L, "connector-space.count", 1L),
                done.statements());
        assertEquals(
                Map.of("connector-space.insert", 500L, "connector-space.insert-keys", 1000L, "connector-space.count",
                        1L),
                done.rows());
        assertEquals(1, done.commits());
    }
}
