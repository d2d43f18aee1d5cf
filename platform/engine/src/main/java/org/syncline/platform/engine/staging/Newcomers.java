package org.syncline.platform.engine.staging;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;

/**
 * Recognizes, in an object that the system reports for the first time, an account that we created: so that a confirming import never
 * makes a twin.
 *
 * @param joinRules of the connector
 * @param inFlight drafts that were sent and whose answer is not known
 */
record Newcomers(List<JoinRules> joinRules, ObjectKeys keys, Set<Long> inFlight, Instant now) {

    /**
     * Whether {@code reported} is an object that we know without an anchor under the same secondary key or DN: one that was accepted,
     * one that was sent and is as it was sent, or one of which the join rules say the same as of the reported one.
     */
    boolean isReported(ConnectorSpaceObject unanchored, Attributes reported) {
        return unanchored.anchor() == null
                && unanchored.type().name().equals(reported.type().name())
                && !contradicts(unanchored, reported)
                && (unanchored.hologram().exported() != null
                        || unanchored.isDraft()
                                && (agree(unanchored, reported)
                                        || inFlight.contains(unanchored.id())
                                                && Arrival.isOf(unanchored, reported)));
    }

    boolean isInFlight(long object) {
        return inFlight.contains(object);
    }

    /** Whether it is a draft that can never be created any more, because somebody else has its name. */
    boolean isTaken(ConnectorSpaceObject unanchored) {
        return unanchored.isDraft() && unanchored.link().isJoined() && !inFlight.contains(unanchored.id());
    }

    /** Whether both have secondary keys, and other ones. */
    private boolean contradicts(ConnectorSpaceObject unanchored, Attributes reported) {
        Attributes ours = unanchored.hologram().exported() != null
                ? unanchored.hologram().exported()
                : unanchored.draft();
        Optional<ContentHash> our =
                ours == null ? Optional.empty() : keys.secondary(unanchored.connector(), ours);
        Optional<ContentHash> their = keys.secondary(unanchored.connector(), reported);
        return our.isPresent() && their.isPresent() && !our.equals(their);
    }

    private boolean agree(ConnectorSpaceObject draft, Attributes reported) {
        Optional<JoinRules> rules = joinRules.stream()
                .filter(candidate -> candidate.objectType().equals(draft.type().name()))
                .findFirst();
        if (rules.isEmpty() || draft.hologram().wanted() == null) {
            return false;
        }
        Set<JoinKey> keys = new HashSet<>(Joining.keys(rules.get(), draft, reported, Present.at(now)));
        return Joining.keys(rules.get(), draft, draft.hologram().wanted(), Present.at(now)).stream()
                .anyMatch(keys::contains);
    }
}
