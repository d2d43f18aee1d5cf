package org.syncline.platform.engine.synchronization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.rules.join.Adoption;
import org.syncline.rules.join.JoinKey;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Finds out whether somebody whose end is due may be about to return: an object that would join, or a change of one that is joined, was
 * imported and nobody has synchronized it yet.
 */
final class StagedReturns {
    private final Synchronization synchronization;
    private final Page page;

    StagedReturns(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    /** Of these identities those that may return, with the connectors of what was imported. */
    Map<Long, Set<String>> among(Collection<MetaverseObject> identities) {
        Map<Long, Set<String>> returns = new HashMap<>();
        Map<ContentHash, Set<Long>> keys = new HashMap<>();
        for (MetaverseObject identity : identities) {
            changesOf(identity, returns);
            keysOf(identity, keys);
        }
        if (!keys.isEmpty()) {
            synchronization.store().connectorSpace().findNames(keys.keySet()).forEach((key, found) -> found.stream()
                    .filter(this::mayJoin)
                    .forEach(name -> keys.get(key).forEach(identity -> note(identity, name.connector(), returns))));
        }
        return returns;
    }

    private void changesOf(MetaverseObject identity, Map<Long, Set<String>> returns) {
        page.accounts(identity.id()).stream()
                .filter(account -> isPending(account) && bringsValues(account, identity))
                .forEach(account -> note(identity.id(), account.connector(), returns));
    }

    private static boolean isPending(ConnectorSpaceObject account) {
        Delta pending = account.hologram().pendingImport();
        return !pending.isNone() && pending.kind() != Delta.Kind.DELETE;
    }

    private boolean bringsValues(ConnectorSpaceObject account, MetaverseObject identity) {
        return synchronization.rules().contributes(account, identity);
    }

    private void keysOf(MetaverseObject identity, Map<ContentHash, Set<Long>> keys) {
        for (JoinRules rules : synchronization.rules().joinRulesInto(identity.type().name())) {
            if (keepsAlive(rules)) {
                for (JoinKey key : Adoption.keys(rules, identity)) {
                    keys.computeIfAbsent(
                            Keys.joinKey(rules.connector(), key.criterion(), key.key()), unused -> new HashSet<>())
                            .add(identity.id());
                }
            }
        }
    }

    /** Links that provisioning makes keep nobody alive. */
    private boolean keepsAlive(JoinRules rules) {
        return synchronization.rules().provisioning(rules.metaverseType()).stream()
                .noneMatch(provisioning -> provisioning.connector().equals(rules.connector())
                        && provisioning.objectType().equals(rules.objectType()));
    }

    private boolean mayJoin(AccountName name) {
        return name.pendingImport() && name.identity() == 0 && !name.gone() && !page.holds(name.id());
    }

    private static void note(long identity, String connector, Map<Long, Set<String>> returns) {
        returns.computeIfAbsent(identity, unused -> new HashSet<>()).add(connector);
    }

    /** In words, for a person who looks on. */
    static String describe(Set<String> connectors) {
        return "Its end waits: what was imported from " + String.join(", ", List.copyOf(connectors))
                + " may be its return and is not synchronized yet.";
    }
}
