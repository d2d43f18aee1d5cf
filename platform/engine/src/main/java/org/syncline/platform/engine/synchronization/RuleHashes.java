package org.syncline.platform.engine.synchronization;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.Ruleset;

/** The hashes of what the objects of each type depend on, made when they are first asked for. */
final class RuleHashes {
    private final Ruleset ruleset;
    private final Map<String, Map<String, String>> byConnector = new ConcurrentHashMap<>();

    RuleHashes(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /** By object type. */
    Map<String, String> of(String connector) {
        return byConnector.computeIfAbsent(connector, this::made);
    }

    private Map<String, String> made(String connector) {
        Map<String, String> hashes = new TreeMap<>();
        for (ConnectedObjectType type : ruleset.connectors().get(connector).objectTypes()) {
            hashes.put(type.type().name(), ruleset.hashOf(connector, type.type().name()));
        }
        return Collections.unmodifiableMap(hashes);
    }
}
