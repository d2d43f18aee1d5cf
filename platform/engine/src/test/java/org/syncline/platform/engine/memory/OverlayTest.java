package org.syncline.platform.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreFixture;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;

/** What is written to an overlay is seen there, with all that it is found under, and nowhere else. */
class OverlayTest implements StoreFixture {
    private static final ContentHash OLD = StoreFixture.key("old");
    private static final ContentHash NEW = StoreFixture.key("new");

    private final SampleTypes types = new SampleTypes();
    private final Store store = new MemoryStore(types);
    private final Overlay overlay = new Overlay(store, types);

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
    void anObjectThatChangesIsFoundUnderItsNewKeysAndIdentityInTheOverlayOnly() {
        ConnectorSpaceObject before = joined("ann", 1);
        ConnectorSpaceObject other = joined("bob", 1);
        addUnder(before, OLD);
        addUnder(other, OLD);
        ConnectorSpaceObject after = before.with(Link.joined(2, Link.Origin.JOIN));
        overlay.connectorSpace().write(List.of(new ConnectorSpaceChange(before, after, Set.of(OLD), Set.of(NEW))));

        List<Long> both = List.of(before.id(), other.id());
        assertEquals(List.of(after, other), overlay.connectorSpace().load(both));
        assertEquals(List.of(other), overlay.connectorSpace().accountsOf(List.of(1L)));
        assertEquals(List.of(after), overlay.connectorSpace().accountsOf(List.of(2L)));
        assertEquals(
                Map.of(OLD, List.of(other.id()), NEW, List.of(after.id())),
                overlay.connectorSpace().find(List.of(OLD, NEW)));
        assertEquals(Set.of(NEW), overlay.connectorSpace().keysOf(both).get(after.id()));
        assertEquals(
                List.of(2L),
                overlay.connectorSpace().findNames(List.of(NEW)).get(NEW).stream().map(name -> name.identity())
                        .toList());

        assertEquals(List.of(before, other), store.connectorSpace().accountsOf(List.of(1L)));
        assertEquals(Map.of(OLD, both), store.connectorSpace().find(List.of(OLD, NEW)));
    }

    @Test
    void anObjectThatGoesIsGoneInTheOverlayOnly() {
        ConnectorSpaceObject object = joined("ann", 1);
        addUnder(object, OLD);
        overlay.connectorSpace().write(List.of(new ConnectorSpaceChange(object, null, Set.of(OLD), Set.of())));

        assertEquals(List.of(), overlay.connectorSpace().load(List.of(object.id())));
        assertEquals(List.of(), overlay.connectorSpace().accountNamesOf(List.of(1L)));
        assertEquals(Map.of(), overlay.connectorSpace().findNames(List.of(OLD)));
        assertEquals(object, loaded(object.id()));
    }

    @Test
    void whatIsNewAfterThatReplacesWhatWasChangedBefore() {
        MetaverseObject before = person("Ann");
        add(before);
        MetaverseObject once = before.endingSince(Instant.EPOCH);
        overlay.metaverse().write(List.of(new MetaverseChange(before, once, Set.of(), Set.of(OLD))));
        overlay.metaverse().write(List.of(new MetaverseChange(once, before, Set.of(OLD), Set.of(NEW))));

        assertEquals(List.of(before), overlay.metaverse().load(List.of(before.id())));
        assertEquals(Map.of(NEW, List.of(before.id())), overlay.metaverse().find(List.of(OLD, NEW)));
        assertEquals(Map.of(), store.metaverse().find(List.of(OLD, NEW)));
    }
}
