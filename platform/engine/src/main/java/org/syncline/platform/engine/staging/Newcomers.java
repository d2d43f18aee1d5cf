package org.syncline.platform.engine.staging;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * Recognizes, in an object that the system reports for the first time, an account that we created: so that a confirming import never
 * makes a twin.
 *
 * @param joinRules of the connector
 * @param inFlight drafts that were sent and whose answer is not known
 */
record Newcomers(List<JoinRules> joinRules, Set<Long> inFlight, Instant now) {

    /**
     * Whether {@code reported} is the object that we know without an anchor under the same DN: one that was accepted, one that was
     * sent and is as it was sent, or one of which the join rules say the same as of the reported one.
     */
    boolean isReported(ConnectorSpaceObject unanchored, Attributes reported) {
        return unanchored.anchor() == null
                && (unanchored.hologram().exported() != null
                        || unanchored.isDraft()
                                && (agree(unanchored, reported)
                                        || inFlight.contains(unanchored.id())
                                                && Arrival.isOf(unanchored, reported)));
    }

    private boolean agree(ConnectorSpaceObject draft, Attributes reported) {
        Optional<JoinRules> rules = joinRules.stream()
                .filter(candidate -> candidate.objectType().equals(draft.type().name()))
                .findFirst();
        if (rules.isEmpty() || draft.hologram().wanted() == null) {
            return false;
        }
        Set<JoinKey> keys = new HashSet<>(Joining.keys(rules.get(), draft, reported, now));
        return Joining.keys(rules.get(), draft, draft.hologram().wanted(), now).stream().anyMatch(keys::contains);
    }
}
