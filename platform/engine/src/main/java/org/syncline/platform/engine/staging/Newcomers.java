package org.syncline.platform.engine.staging;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.page.Arrival;
import org.syncline.platform.engine.page.ObjectKeys;
import org.syncline.platform.engine.port.RunHistory.SentImage;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DistinguishedName;

/**
 * Recognizes, in an object that the system reports for the first time, an account that we created: so that a confirming import never
 * makes a twin.
 */
final class Newcomers {
    private final List<JoinRules> joinRules;
    private final ObjectKeys keys;
    private final Present present;
    private final Underway underway;
    private final Map<Long, ConnectorSpaceObject> sent = new TreeMap<>();

    /**
     * @param joinRules of the connector
     * @param underway what was sent, without an answer
     */
    Newcomers(List<JoinRules> joinRules, ObjectKeys keys, Underway underway, Present present) {
        this.joinRules = joinRules;
        this.keys = keys;
        this.present = present;
        this.underway = underway;
        underway.drafts().forEach(draft -> sent.put(draft.id(), draft));
    }

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
                                        || isInFlight(unanchored.id())
                                                && Arrival.isOf(
                                                        unanchored, underway.image(unanchored.id()), reported)));
    }

    boolean isInFlight(long object) {
        return sent.containsKey(object);
    }

    /**
     * The draft that was sent, without an answer, and of which the join rules say the same as of the reported object, or that was sent
     * as what is reported; whatever it is called by now.
     */
    Optional<ConnectorSpaceObject> sentAs(Attributes reported) {
        return sent.values().stream()
                .filter(draft -> draft.type().name().equals(reported.type().name())
                        && !contradicts(draft, reported)
                        && (agree(draft, reported.as(draft.type())) || wasSentAs(draft, reported.as(draft.type()))))
                .findFirst();
    }

    /** Notes that a draft was recognized in what is reported: in nothing else will it be, in this page or a later one. */
    void noteRecognized(long draft) {
        sent.remove(draft);
    }

    private boolean wasSentAs(ConnectorSpaceObject draft, Attributes reported) {
        SentImage image = underway.image(draft.id());
        Attributes sent = Arrival.created(draft, image);
        return sent != null
                && sent.dn() != null
                && reported.dn() != null
                && DistinguishedName.normalize(sent.dn()).equals(DistinguishedName.normalize(reported.dn()))
                && Arrival.isOf(draft, image, reported);
    }

    /** Whether it is a draft that can never be created any more, because somebody else has its name. */
    boolean isTaken(ConnectorSpaceObject unanchored) {
        return unanchored.isDraft() && unanchored.link().isJoined() && !isInFlight(unanchored.id());
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
        return draft.hologram().wanted() != null
                && joinRules.stream()
                        .filter(rules -> rules.objectType().equals(draft.type().name()))
                        .anyMatch(rules -> agree(rules, draft, reported));
    }

    private boolean agree(JoinRules rules, ConnectorSpaceObject draft, Attributes reported) {
        Set<JoinKey> keys = new HashSet<>(Joining.keys(rules, draft, reported, present));
        return Joining.keys(rules, draft, draft.hologram().wanted(), present).stream()
                .anyMatch(keys::contains);
    }
}
