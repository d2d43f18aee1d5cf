package org.syncline.platform.engine.synchronization;

import java.util.Collection;
import java.util.HashSet;
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
 * Gives objects and identities the keys that changed rules want them to be found by, before anything is looked up by them. Keys that
 * no rule wants any more stay: what they find is compared in full.
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
        List<MetaverseChange> wanted = store.metaverse().load(ids).stream()
                .map(identity -> keys.change(null, identity))
                .toList();
        Map<ContentHash, List<Long>> found =
                store.metaverse().find(all(wanted.stream().map(MetaverseChange::keysAfter).toList()));
        store.metaverse().write(wanted.stream()
                .map(change -> new MetaverseChange(
                        change.after(), change.after(), present(change.id(), change.keysAfter(), found),
                        change.keysAfter()))
                .filter(change -> !change.keysBefore().equals(change.keysAfter()))
                .toList());
    }

    private void rekeyObjects(List<Long> ids) {
        List<ConnectorSpaceChange> wanted = store.connectorSpace().load(ids).stream()
                .map(object -> keys.change(null, object))
                .toList();
        Map<ContentHash, List<Long>> found =
                store.connectorSpace().find(all(wanted.stream().map(ConnectorSpaceChange::keysAfter).toList()));
        store.connectorSpace().write(wanted.stream()
                .map(change -> new ConnectorSpaceChange(
                        change.after(), change.after(), present(change.id(), change.keysAfter(), found),
                        change.keysAfter()))
                .filter(change -> !change.keysBefore().equals(change.keysAfter()))
                .toList());
    }

    private static Set<ContentHash> all(List<Set<ContentHash>> keys) {
        Set<ContentHash> all = new HashSet<>();
        keys.forEach(all::addAll);
        return all;
    }

    /** The keys under which an object is found already. */
    private static Set<ContentHash> present(long id, Collection<ContentHash> keys, Map<ContentHash, List<Long>> found) {
        Set<ContentHash> present = new HashSet<>(keys);
        present.removeIf(key -> !found.getOrDefault(key, List.of()).contains(id));
        return present;
    }
}
