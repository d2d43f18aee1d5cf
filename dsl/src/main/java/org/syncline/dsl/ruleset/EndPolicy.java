package org.syncline.dsl.ruleset;

import java.time.Duration;
import java.util.Set;
import org.syncline.dsl.expression.Expression;

/** When an identity ends. The grace is the time between the cause and the end; zero for none. */
public sealed interface EndPolicy {

    Duration grace();

    /** An identity stays for ever. */
    record Never() implements EndPolicy {
        @Override
        public Duration grace() {
            return Duration.ZERO;
        }
    }

    /** When the last link is gone that provisioning did not make. */
    record LastLinkGone(Duration grace) implements EndPolicy {}

    /**
     * When links from these connectors are gone.
     *
     * @param all whether all of them must be gone; otherwise any one suffices
     */
    record LinksGone(Set<String> connectors, boolean all, Duration grace) implements EndPolicy {
        public LinksGone {
            connectors = Set.copyOf(connectors);
        }
    }

    /** When a condition over the metaverse object holds. */
    record When(Expression condition, Duration grace) implements EndPolicy {}
}
