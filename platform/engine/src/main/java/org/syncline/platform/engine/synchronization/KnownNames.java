package org.syncline.platform.engine.synchronization;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/** The names that were looked up, or read anyway, the last used of them: until they change, each is looked up once at most. */
final class KnownNames {
    private static final int MOST = 100_000;

    private final ConnectorSpace space;
    private final Map<ContentHash, List<AccountName>> byKey = new LastUsed<>();
    private final Map<Long, List<AccountName>> byIdentity = new LastUsed<>();

    KnownNames(ConnectorSpace space) {
        this.space = space;
    }

    /** Takes what was read anyway: an object, if no other can have its key. */
    void hold(ContentHash key, ConnectorSpaceObject object) {
        byKey.put(key, List.of(AccountName.of(object)));
    }

    /** Takes what was read anyway: all accounts of an identity. */
    void hold(long identity, List<ConnectorSpaceObject> accounts) {
        byIdentity.put(identity, accounts.stream().map(AccountName::of).toList());
    }

    /** Forgets what may be otherwise by now. */
    void forget(Written written) {
        byKey.keySet().removeAll(written.keys());
        byIdentity.keySet().removeAll(written.renamed());
    }

    /** The objects under each key; keys that nobody has have an empty list. */
    Map<ContentHash, List<AccountName>> find(Set<ContentHash> keys) {
        return find(keys, byKey, space::findNames);
    }

    /** The accounts of each identity. */
    Map<Long, List<AccountName>> accountsOf(Set<Long> identities) {
        return find(identities, byIdentity, missing -> space.accountNamesOf(missing).stream()
                .collect(Collectors.groupingBy(AccountName::identity)));
    }

    private static <K> Map<K, List<AccountName>> find(
            Set<K> keys, Map<K, List<AccountName>> known,
            Function<Collection<K>, Map<K, List<AccountName>>> lookUp) {
        Map<K, List<AccountName>> found = new HashMap<>();
        List<K> missing = keys.stream().filter(key -> !isKnown(key, known, found)).toList();
        if (!missing.isEmpty()) {
            Map<K, List<AccountName>> looked = lookUp.apply(missing);
            missing.forEach(key -> found.put(key, looked.getOrDefault(key, List.of())));
            missing.forEach(key -> known.put(key, found.get(key)));
        }
        return found;
    }

    private static <K> boolean isKnown(
            K key, Map<K, List<AccountName>> known, Map<K, List<AccountName>> found) {
        List<AccountName> names = known.get(key);
        if (names != null) {
            found.put(key, names);
        }
        return names != null;
    }

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        LastUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
