package org.syncline.platform.engine.synchronization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.rules.join.Adoption;
import org.syncline.rules.join.JoinKey;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Finds the objects that stayed disconnected because the identity they belong to came, or got the value they compare, only now:
 * in whatever order systems are synchronized, the same objects join.
 */
final class Latecomers {
    private final Synchronization synchronization;
    private final Page page;
    private boolean isSomebodyLeft;

    Latecomers(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void wake() {
        Set<ContentHash> keys = new HashSet<>();
        isSomebodyLeft = page.leavesSomebody();
        for (MetaverseObject identity : page.affected()) {
            if (page.storedIdentity(identity.id()) != identity) {
                for (JoinRules rules : synchronization.rules().joinRulesInto(identity.type().name())) {
                    addNewKeys(rules, identity, keys);
                }
            }
        }
        if (!keys.isEmpty()) {
            wake(synchronization.store().connectorSpace().findNames(keys).values());
        }
    }

    private void addNewKeys(JoinRules rules, MetaverseObject identity, Set<ContentHash> keys) {
        if (isSomebodyLeft || synchronization.mayBeDisconnected(rules.connector())) {
            Set<JoinKey> added = new HashSet<>(Adoption.keys(rules, identity));
            MetaverseObject before = page.storedIdentity(identity.id());
            if (before != null) {
                Adoption.keys(rules, TypeChange.apply(before, identity.type())).forEach(added::remove);
            }
            added.forEach(key -> keys.add(Keys.joinKey(rules.connector(), key.criterion(), key.key())));
        }
    }

    private void wake(Collection<List<AccountName>> found) {
        Map<String, Set<Long>> woken = new HashMap<>();
        found.forEach(names -> names.stream()
                .filter(name -> name.identity() == 0 && !name.filtered() && !name.gone() && !page.holds(name.id()))
                .forEach(name -> woken.computeIfAbsent(name.connector(), unused -> new TreeSet<>()).add(name.id())));
        woken.forEach(page.evaluations()::wakeObjects);
    }
}
