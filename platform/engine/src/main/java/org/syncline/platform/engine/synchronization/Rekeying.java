package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ContentHash;

/**
 * Gives objects and identities the keys that changed rules want them to be found by, before anything is looked up by them, and takes
 * away those that no rule wants any more.
 */
final class Rekeying {
    private final Store store;
    private final ObjectKeys keys;
    private final int pageSize;
    private boolean done;

    Rekeying(Store store, ObjectKeys keys, int pageSize) {
        this.store = store;
        this.keys = keys;
        this.pageSize = pageSize;
    }

    void runOnce() {
        if (!done) {
            done = true;
            run(store.watermarks().keyDefinitions());
        }
    }

    private void run(Map<String, String> before) {
        Map<String, String> now = keys.definitions();
        if (now.equals(before)) {
            return;
        }
        if (!before.isEmpty() && !Objects.equals(now.get(ObjectKeys.METAVERSE), before.get(ObjectKeys.METAVERSE))) {
            inPages(after -> store.metaverse().all(after, pageSize), this::rekeyIdentities);
        }
        for (String connector : now.keySet()) {
            if (!before.isEmpty() && !connector.equals(ObjectKeys.METAVERSE)
                    && !now.get(connector).equals(before.get(connector))) {
                inPages(after -> store.connectorSpace().all(connector, after, pageSize), this::rekeyObjects);
            }
        }
        store.watermarks().keepKeyDefinitions(now);
    }

    private static void inPages(LongFunction<List<Long>> pages, Consumer<List<Long>> work) {
        List<Long> page = pages.apply(0);
        while (!page.isEmpty()) {
            work.accept(page);
            page = pages.apply(page.getLast());
        }
    }

    private void rekeyIdentities(List<Long> ids) {
        Map<Long, Set<ContentHash>> before = store.metaverse().keysOf(ids);
        store.metaverse().write(store.metaverse().load(ids).stream()
                .map(identity -> new MetaverseChange(
                        identity, identity, before.getOrDefault(identity.id(), Set.of()),
                        keys.change(null, identity).keysAfter()))
                .filter(change -> !change.keysBefore().equals(change.keysAfter()))
                .toList());
    }

    private void rekeyObjects(List<Long> ids) {
        Map<Long, Set<ContentHash>> before = store.connectorSpace().keysOf(ids);
        store.connectorSpace().write(store.connectorSpace().load(ids).stream()
                .map(object -> new ConnectorSpaceChange(
                        object, object, before.getOrDefault(object.id(), Set.of()),
                        keys.change(null, object).keysAfter()))
                .filter(change -> !change.keysBefore().equals(change.keysAfter()))
                .toList());
    }
}
