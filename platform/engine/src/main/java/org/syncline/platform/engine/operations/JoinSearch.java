package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.rules.join.Candidates;
import org.syncline.rules.join.JoinAttempt;
import org.syncline.rules.join.JoinAttempts;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** Looks up, for a page of objects at once, which identities the join criteria find for them. */
final class JoinSearch {
    private final Store store;
    private final PinnedRules rules;
    private final Present present;
    private final Map<ContentHash, List<Long>> found;
    private final Map<Long, MetaverseObject> identities = new HashMap<>();
    private final Map<Long, Set<String>> accounts = new HashMap<>();

    JoinSearch(Store store, PinnedRules rules, Present present, List<ConnectorSpaceObject> objects) {
        this.store = store;
        this.rules = rules;
        this.present = present;
        Set<ContentHash> keys = new HashSet<>();
        objects.forEach(object -> addKeys(object, keys));
        this.found = keys.isEmpty() ? Map.of() : store.metaverse().find(keys);
        load(found.values().stream().flatMap(List::stream).distinct().toList());
    }

    private void addKeys(ConnectorSpaceObject object, Set<ContentHash> keys) {
        Attributes image = object.hologram().imported();
        rules(object).stream().filter(any -> image != null).forEach(join -> {
            for (JoinKey key : Joining.keys(join, object, image, present)) {
                keys.add(Keys.metaverse(join.metaverseType(), key.with(), key.key()));
            }
        });
    }

    List<JoinRules> rules(ConnectorSpaceObject object) {
        return rules.ruleset().joinRules(object.connector(), object.type().name());
    }

    private void load(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        store.metaverse().load(ids).forEach(identity -> identities.put(identity.id(), identity));
        store.connectorSpace().accountsOf(ids).stream()
                .filter(account -> !account.isDraft())
                .forEach(account -> accounts.computeIfAbsent(account.link().identity(), unused -> new HashSet<>())
                        .add(account.connector() + '\0' + account.type().name()));
    }

    List<JoinAttempt> attempts(ConnectorSpaceObject object) {
        Attributes image = object.hologram().imported();
        List<JoinRules> join = rules(object);
        return join.isEmpty() || image == null
                ? List.of()
                : JoinAttempts.of(join, object, image, present, candidates(object));
    }

    private Candidates candidates(ConnectorSpaceObject object) {
        String type = object.connector() + '\0' + object.type().name();
        return new Candidates() {
            @Override
            public List<MetaverseObject> with(String metaverseType, String attribute, String value) {
                List<MetaverseObject> hits = new ArrayList<>();
                for (long id : found.getOrDefault(Keys.metaverse(metaverseType, attribute, value), List.of())) {
                    if (identities.containsKey(id)) {
                        hits.add(identities.get(id));
                    }
                }
                return hits;
            }

            @Override
            public boolean isTaken(long identity) {
                return accounts.getOrDefault(identity, Set.of()).contains(type);
            }
        };
    }
}
