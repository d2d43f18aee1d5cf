package org.syncline.platform.engine.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** What the contracts of the ports have in common: a store, and the objects they put into it. */
public interface StoreFixture {

    Store store();

    SampleTypes types();

    /** The same store, closed and opened again where that means something. */
    Store reopened();

    default ConnectorSpace space() {
        return store().connectorSpace();
    }

    default Metaverse metaverse() {
        return store().metaverse();
    }

    default RunHistory history() {
        return store().runHistory();
    }

    default long newId() {
        return space().reserveIds(1);
    }

    /** A new account of the connector {@code directory}, known with a name. */
    default ConnectorSpaceObject account(String name) {
        return accountOf("directory", name);
    }

    default ConnectorSpaceObject accountOf(String connector, String name) {
        Attributes known = Attributes.builder(SampleTypes.ACCOUNT).set("dn", "cn=" + name).set("name", name).build();
        return account(connector, known).with(new Anchor(name));
    }

    default ConnectorSpaceObject account(String connector, Attributes known) {
        return ConnectorSpaceObject.unseen(newId(), connector, null, known.type()).with(known(known));
    }

    static Hologram known(Attributes known) {
        ObjectType type = known.type();
        return Hologram.unseen(type).stage(known).synchronize();
    }

    default ConnectorSpaceObject joined(String name, long identity) {
        return account(name).with(Link.joined(identity, Link.Origin.JOIN));
    }

    /** Stores new objects that are found under nothing. */
    default void add(ConnectorSpaceObject... objects) {
        List<ConnectorSpaceChange> changes = new ArrayList<>();
        for (ConnectorSpaceObject object : objects) {
            changes.add(new ConnectorSpaceChange(null, object, Set.of(), Set.of()));
        }
        space().write(changes);
    }

    default void addUnder(ConnectorSpaceObject object, ContentHash... keys) {
        space().write(List.of(new ConnectorSpaceChange(null, object, Set.of(), Set.of(keys))));
    }

    default void change(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        space().write(List.of(new ConnectorSpaceChange(before, after, Set.of(), Set.of())));
    }

    default ConnectorSpaceObject loaded(long id) {
        List<ConnectorSpaceObject> loaded = space().load(List.of(id));
        return loaded.isEmpty() ? null : loaded.getFirst();
    }

    static List<Long> ids(Collection<ConnectorSpaceObject> objects) {
        return objects.stream().map(ConnectorSpaceObject::id).toList();
    }

    default MetaverseObject person(String name) {
        Attributes attributes = Attributes.builder(SampleTypes.PERSON).set("name", name).build();
        MetaverseObject projected = MetaverseObject.projected(metaverse().reserveIds(1), SampleTypes.PERSON);
        return projected.with(attributes, projected.lineage());
    }

    default void add(MetaverseObject... objects) {
        List<MetaverseChange> changes = new ArrayList<>();
        for (MetaverseObject object : objects) {
            changes.add(new MetaverseChange(null, object, Set.of(), Set.of()));
        }
        metaverse().write(changes);
    }

    default void change(MetaverseObject before, MetaverseObject after) {
        metaverse().write(List.of(new MetaverseChange(before, after, Set.of(), Set.of())));
    }

    default MetaverseObject loadedIdentity(long id) {
        List<MetaverseObject> loaded = metaverse().load(List.of(id));
        return loaded.isEmpty() ? null : loaded.getFirst();
    }

    static ContentHash key(String text) {
        return ContentHash.of(text);
    }
}
