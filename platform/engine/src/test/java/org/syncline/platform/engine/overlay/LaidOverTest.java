package org.syncline.platform.engine.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ConnectorSpaceContract;
import org.syncline.platform.engine.port.HologramContract;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.MetaverseContract;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreFixture;
import org.syncline.platform.engine.port.TypeEvolutionContract;
import org.syncline.platform.engine.port.WakeTime;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** What stands below is read, changed and deleted as if it stood here, and still stands below as it did. */
class LaidOverTest implements ConnectorSpaceContract, HologramContract, MetaverseContract, TypeEvolutionContract {
    private final SampleTypes types = new SampleTypes();
    private final LaidOver store = new LaidOver(types);

    @Override
    public Store store() {
        return store;
    }

    @Override
    public SampleTypes types() {
        return types;
    }

    @Override
    public Store reopened() {
        return store;
    }

    @Test
    void isFoundByTheKeysItHasBelowAsLongAsItKeepsThem() {
        ConnectorSpaceObject ann = account("ann");
        ContentHash key = StoreFixture.key("a");
        addUnder(ann, key);
        ConnectorSpaceObject filtered = ann.with(Link.FILTERED);
        space().write(List.of(new ConnectorSpaceChange(ann, filtered, Set.of(key), Set.of(key))));
        assertEquals(List.of(ann.id()), space().find(List.of(key)).get(key));
        assertEquals(Set.of(key), space().keysOf(List.of(ann.id())).get(ann.id()));
        assertEquals(List.of(AccountName.of(filtered)), space().findNames(List.of(key)).get(key));

        ContentHash other = StoreFixture.key("b");
        space().write(List.of(new ConnectorSpaceChange(filtered, filtered, Set.of(key), Set.of(other))));
        assertEquals(Map.of(other, List.of(ann.id())), space().find(List.of(key, other)));
        assertEquals(Set.of(other), space().keysOf(List.of(ann.id())).get(ann.id()));
        space().write(List.of(new ConnectorSpaceChange(filtered, null, Set.of(other), Set.of())));
        assertEquals(Map.of(), space().findNames(List.of(key, other)));
    }

    @Test
    void leavesWhatIsBelowAsItWas() {
        ConnectorSpaceObject ann = joined("ann", 7);
        ConnectorSpaceObject bob = account("bob");
        MetaverseObject person = person("ann");
        addUnder(ann, StoreFixture.key("a"));
        addUnder(bob, StoreFixture.key("b"));
        add(person);
        metaverse().markForEvaluation(List.of(person.id()));

        space().write(List.of(
                new ConnectorSpaceChange(ann, ann.with(Link.FILTERED), Set.of(StoreFixture.key("a")), Set.of()),
                new ConnectorSpaceChange(bob, null, Set.of(StoreFixture.key("b")), Set.of())));
        metaverse().write(List.of(new MetaverseChange(person, null, Set.of(), Set.of())));
        metaverse().unmark(List.of(person.id()));
        space().wakeAt("directory", List.of(new WakeTime(ann.id(), null)));

        assertEquals(List.of(ann.with(Link.FILTERED)), space().load(List.of(ann.id(), bob.id())));
        assertEquals(List.of(), metaverse().all(0, 10));
        assertEquals(List.of(), metaverse().markedForEvaluation(0, 10));
        assertEquals(List.of(ann, bob), store.below().connectorSpace().load(List.of(ann.id(), bob.id())));
        assertEquals(List.of(ann.id()), store.below().connectorSpace().find(List.of(StoreFixture.key("a")))
                .get(StoreFixture.key("a")));
        assertEquals(List.of(person), store.below().metaverse().load(List.of(person.id())));
        assertEquals(List.of(person.id()), store.below().metaverse().markedForEvaluation(0, 10));
    }

    @Test
    void showsWhatIsBelowAgainWhenATransactionFails() {
        ConnectorSpaceObject ann = joined("ann", 7);
        MetaverseObject person = person("ann");
        addUnder(ann, StoreFixture.key("a"));
        add(person);

        assertThrows(IllegalStateException.class, () -> store().inTransaction(() -> {
            change(ann, null);
            change(person, null);
            metaverse().unmark(List.of(person.id()));
            throw new IllegalStateException();
        }));

        assertEquals(ann, loaded(ann.id()));
        assertEquals(1, space().counts("directory").getFirst().joined());
        assertEquals(person, loadedIdentity(person.id()));
        assertEquals(Map.of("person", 1L), metaverse().counts());
    }

    /** Promised by the overlay as far as it goes: nobody who refers is left out. */
    @Override
    public void findsTheIdentitiesThatReferToAKey() {
        throw new UnsupportedOperationException("See findsWhoeverRefersToAKeyHereOrBelow");
    }

    @Test
    void findsWhoeverRefersToAKeyHereOrBelow() {
        ContentHash boss = Keys.anchor("directory", "account", new Anchor("boss"));
        ContentHash chief = Keys.anchor("directory", "account", new Anchor("chief"));
        ConnectorSpaceObject ann = account("directory", managedBy("boss")).with(Link.joined(7, Link.Origin.JOIN));
        ConnectorSpaceObject bob = account("directory", managedBy("boss")).with(Link.joined(8, Link.Origin.JOIN));
        add(ann, bob);
        change(ann, ann.with(StoreFixture.known(managedBy("chief"))));

        assertEquals(List.of(7L), space().identitiesReferringTo(List.of(chief)));
        assertEquals(List.of(7L, 8L), space().identitiesReferringTo(List.of(boss)),
                "whoever referred to it below is evaluated once more, which changes nothing");
    }

    private static Attributes managedBy(String manager) {
        return Attributes.builder(SampleTypes.ACCOUNT).set("manager", ReferenceValue.toKey(manager)).build();
    }

    /** A change of what is below is a new object above, with all of its values. */
    @Override
    public void writesAPageInAConstantNumberOfStatements() {
        throw new UnsupportedOperationException("Statements are those of the store above");
    }

    @Override
    public void writesOneRowForOneChangedMemberOfALargeGroup() {
        throw new UnsupportedOperationException("Statements are those of the store above");
    }

    @Override
    public void changesSingleMembersWithTheirLineage() {
        throw new UnsupportedOperationException("Statements are those of the store above");
    }

    /** Nobody else writes below while something runs above, so nothing is compared with it. */
    @Override
    public void refusesToChangeWhatIsNotStored() {
        throw new UnsupportedOperationException("What is below is not compared");
    }

    @Override
    public void refusesIdentitiesThatAreNotWhatTheySeem() {
        throw new UnsupportedOperationException("What is below is not compared");
    }
}
