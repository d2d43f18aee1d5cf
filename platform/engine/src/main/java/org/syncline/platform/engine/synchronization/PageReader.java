package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** Reads a page of the objects of a connector, and at once whatever their evaluation will ask for. */
final class PageReader {
    static final Read NOTHING =
            new Read(-1, List.of(), List.of(), List.of(), new ReferenceKeys(), Map.of(), Map.of());

    /**
     * A page.
     *
     * @param after which number it begins
     * @param identities of its objects
     * @param accounts of these identities that are no objects of the page
     * @param keys of what references name
     * @param named what references name, by its key
     * @param names the accounts of others that these identities refer to
     */
    record Read(
            long after,
            List<ConnectorSpaceObject> objects,
            List<MetaverseObject> identities,
            List<ConnectorSpaceObject> accounts,
            ReferenceKeys keys,
            Map<ContentHash, List<AccountName>> named,
            Map<Long, List<AccountName>> names) {
        List<Long> ids() {
            return objects.stream().map(ConnectorSpaceObject::id).toList();
        }

        /** Whether its objects, identities or accounts may be others, or otherwise, than they were read. */
        boolean isTouchedBy(Written written) {
            return written.shifted()
                    || objects.stream().anyMatch(written::concerns)
                    || accounts.stream().anyMatch(written::concerns)
                    || identities.stream().anyMatch(identity -> written.identities().contains(identity.id()));
        }

        /** Without the names that may be others by now; itself if there are none. */
        Read without(Written written) {
            boolean stands = Collections.disjoint(named.keySet(), written.keys())
                    && Collections.disjoint(names.keySet(), written.renamed());
            return stands
                    ? this
                    : new Read(after, objects, identities, accounts, keys, without(named, written.keys()),
                            without(names, written.renamed()));
        }

        private static <K, V> Map<K, V> without(Map<K, V> all, Set<K> gone) {
            Map<K, V> rest = new HashMap<>(all);
            rest.keySet().removeAll(gone);
            return rest;
        }
    }

    private final Store store;
    private final RuleIndex rules;

    PageReader(Store store, RuleIndex rules) {
        this.store = store;
        this.rules = rules;
    }

    Read read(PageSource source, long after, int size, KnownNames known) {
        List<ConnectorSpaceObject> objects = source.objects(store.connectorSpace(), after, size);
        ReferenceKeys keys = new ReferenceKeys();
        Set<Long> linked = objects.stream()
                .map(object -> object.link().identity())
                .filter(identity -> identity != 0)
                .collect(Collectors.toSet());
        if (linked.isEmpty()) {
            return new Read(
                    after, objects, List.of(), List.of(), keys, known.find(keys.of(images(objects), rules)), Map.of());
        }
        Set<Long> ids = objects.stream().map(ConnectorSpaceObject::id).collect(Collectors.toSet());
        List<MetaverseObject> identities = store.metaverse().load(linked);
        List<ConnectorSpaceObject> accounts = store.connectorSpace().accountsOf(linked, ids);
        List<ConnectorSpaceObject> all = new ArrayList<>(objects);
        all.addAll(accounts);
        hold(all, known);
        return new Read(after, objects, identities, accounts, keys, known.find(keys.of(images(all), rules)),
                known.accountsOf(others(identities)));
    }

    /** Who may be referred to by others, of this page or of those that follow. */
    private void hold(List<ConnectorSpaceObject> objects, KnownNames known) {
        for (ConnectorSpaceObject object : objects) {
            if (object.anchor() != null && object.dn() == null && rules.isReferredToByAnchor(TypeName.of(object))) {
                known.hold(Keys.anchor(object.connector(), object.type().name(), object.anchor()), object);
            }
        }
        if (rules.referencesFlowOut()) {
            objects.stream()
                    .filter(object -> object.link().isJoined())
                    .collect(Collectors.groupingBy(object -> object.link().identity()))
                    .forEach(known::hold);
        }
    }

    private static List<Names.Image> images(List<ConnectorSpaceObject> objects) {
        List<Names.Image> images = new ArrayList<>();
        for (ConnectorSpaceObject object : objects) {
            Attributes imported = object.hologram().imported();
            if (imported != null) {
                images.add(new Names.Image(object, imported));
            }
        }
        return images;
    }

    private Set<Long> others(List<MetaverseObject> identities) {
        Set<Long> others = new HashSet<>();
        if (rules.referencesFlowOut()) {
            identities.forEach(identity -> Names.addReferredTo(identity, others));
            identities.forEach(identity -> others.remove(identity.id()));
        }
        return others;
    }
}
