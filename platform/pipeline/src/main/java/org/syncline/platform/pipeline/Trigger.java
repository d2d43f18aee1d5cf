package org.syncline.platform.pipeline;

import java.util.Set;
import java.util.TreeSet;

/** Why a cycle begins. */
public sealed interface Trigger {

    /** Whether the cycle imports this system, besides those it exports to. */
    default boolean imports(String connector) {
        return true;
    }

    /** The first cycle. */
    record Start() implements Trigger {}

    /** Enough time has passed. */
    record Period() implements Trigger {}

    /** Rules were saved. */
    record RulesSaved() implements Trigger {}

    /** Systems have told that something changed. */
    record Changes(Set<String> connectors) implements Trigger {
        public Changes {
            connectors = new TreeSet<>(connectors);
        }

        @Override
        public boolean imports(String connector) {
            return connectors.contains(connector);
        }
    }
}
