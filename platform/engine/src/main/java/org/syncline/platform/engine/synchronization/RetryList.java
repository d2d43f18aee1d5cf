package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.ObjectError.Origin;

/** What a synchronization failed for before: objects of its connector, and accounts, each an identity in a connector. */
final class RetryList {
    private final TreeSet<Long> objects = new TreeSet<>();
    private final TreeMap<Long, Set<String>> accounts = new TreeMap<>();
    private final Set<Long> failedObjects = new HashSet<>();
    private final Set<Long> failedIdentities = new HashSet<>();
    /** Identities of which nobody can say which account it was. */
    private final Set<Long> whole = new TreeSet<>();

    /** @param connector the one that is synchronized; accounts of all connectors are tried again */
    static RetryList of(Store store, String connector, Iterable<String> connectors) {
        RetryList list = new RetryList();
        for (String each : connectors) {
            store.runHistory().errors(each).stream()
                    .filter(error -> error.origin() == Origin.SYNCHRONIZATION)
                    .forEach(error -> list.add(error, connector));
        }
        return list;
    }

    private void add(ObjectError error, String connector) {
        if (error.isOfObject() && error.connector().equals(connector)) {
            objects.add(error.object());
            failedObjects.add(error.object());
        } else if (error.identity() != 0) {
            accounts.computeIfAbsent(error.identity(), unused -> new TreeSet<>()).add(error.connector());
            failedIdentities.add(error.identity());
            if (error.code().equals(Errors.UNEXPECTED)) {
                whole.add(error.identity());
            }
        }
    }

    /** Whether all of a batch failed before: then it is no surprise if all of it fails again. */
    boolean holdsAll(Batch batch) {
        return (batch.isAboutIdentities() ? failedIdentities : failedObjects).containsAll(batch.ids());
    }

    /** Takes off what a page has dealt with already. */
    void remove(Page page) {
        objects.removeIf(page::isTrigger);
        accounts.keySet().removeIf(page::isAffected);
    }

    List<Long> takeObjects(int most) {
        List<Long> page = new ArrayList<>();
        while (page.size() < most && !objects.isEmpty()) {
            page.add(objects.pollFirst());
        }
        return page;
    }

    /** The next identities; those of which all is tried again are not confined to connectors. */
    Batch takeAccounts(int most) {
        List<Long> ids = new ArrayList<>();
        Map<Long, Set<String>> only = new HashMap<>();
        while (ids.size() < most && !accounts.isEmpty()) {
            Map.Entry<Long, Set<String>> first = accounts.pollFirstEntry();
            ids.add(first.getKey());
            if (!whole.contains(first.getKey())) {
                only.put(first.getKey(), first.getValue());
            }
        }
        return new Batch(Batch.Segment.RETRIED_ACCOUNTS, ids, only);
    }
}
