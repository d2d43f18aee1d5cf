package org.syncline.rules.join;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** Decides whether an identity that is to get an account has one already: the target's join rules read backwards. */
public final class Adoption {
    private final List<JoinRules> files;
    private final MetaverseObject identity;
    private final Present present;
    private AdoptionDecision ambiguous;

    private Adoption(List<JoinRules> files, MetaverseObject identity, Present present) {
        this.files = files;
        this.identity = identity;
        this.present = present;
    }

    /**
     * What objects of the target are to be looked up by. Where the identity has several values in a compared attribute, each is a
     * key: the join would accept any of them.
     */
    public static List<JoinKey> keys(JoinRules rules, MetaverseObject identity) {
        List<JoinKey> keys = new ArrayList<>();
        for (Criterion criterion : rules.criteria()) {
            for (int match = 0; match < criterion.matches().size(); match++) {
                addKeys(criterion, match, identity, keys);
            }
        }
        return keys;
    }

    private static void addKeys(Criterion criterion, int match, MetaverseObject identity, List<JoinKey> keys) {
        String with = criterion.matches().get(match).with();
        for (Value value : identity.attributes().get(with).asList()) {
            if (Comparison.isComparable(value)) {
                keys.add(new JoinKey(Joining.name(criterion, match), with, value.text()));
            }
        }
    }

    /**
     * Which of the candidates is the account of the identity, if any.
     *
     * <p>A criterion that several free objects match and that says to try the next never ends in a creation: if no other
     * criterion finds one, the case is ambiguous.
     *
     * @param files the rules between the object type of the account and the type of the identity, in order
     * @param candidates at least the objects found for {@link #keys}; each is compared in full
     */
    public static AdoptionDecision decide(
            List<JoinRules> files, MetaverseObject identity, List<ConnectorSpaceObject> candidates, Present present) {
        return new Adoption(files, identity, present).decide(candidates);
    }

    private AdoptionDecision decide(List<ConnectorSpaceObject> candidates) {
        for (JoinRules rules : files) {
            for (Criterion criterion : rules.criteria()) {
                try {
                    AdoptionDecision decision = choose(criterion, hits(rules, criterion, candidates));
                    if (decision != null) {
                        return decision;
                    }
                } catch (EvaluationException failure) {
                    return new AdoptionDecision.Failed(failure.getMessage(), criterion.location());
                }
            }
        }
        return ambiguous == null ? new AdoptionDecision.NoneFound() : ambiguous;
    }

    private List<ConnectorSpaceObject> hits(
            JoinRules rules, Criterion criterion, List<ConnectorSpaceObject> candidates) {
        return candidates.stream().distinct().filter(candidate -> matches(rules, criterion, candidate)).toList();
    }

    private boolean matches(JoinRules rules, Criterion criterion, ConnectorSpaceObject candidate) {
        Attributes image = image(candidate);
        if (image == null || !isOfTarget(rules, candidate)) {
            return false;
        }
        JoinedObject object = new JoinedObject(candidate, image, present);
        return object.meets(rules.scope())
                && object.meets(criterion.when())
                && Comparison.agrees(criterion, object.keys(criterion), identity);
    }

    private static boolean isOfTarget(JoinRules rules, ConnectorSpaceObject candidate) {
        return candidate.connector().equals(rules.connector()) && candidate.type().name().equals(rules.objectType());
    }

    private static Attributes image(ConnectorSpaceObject candidate) {
        Attributes imported = candidate.hologram().imported();
        return imported != null ? imported : candidate.draft();
    }

    private AdoptionDecision choose(Criterion criterion, List<ConnectorSpaceObject> hits) {
        List<ConnectorSpaceObject> free =
                hits.stream().filter(hit -> Obstacle.to(hit, identity) == null).toList();
        if (free.size() > 1) {
            return severalFree(criterion, free);
        }
        if (free.size() == 1) {
            return new AdoptionDecision.Adopt(free.getFirst().id(), criterion);
        }
        return hits.isEmpty()
                ? null
                : new AdoptionDecision.AccountExists(hits.getFirst().id(), Obstacle.to(hits.getFirst(), identity));
    }

    private AdoptionDecision severalFree(Criterion criterion, List<ConnectorSpaceObject> free) {
        List<Long> objects = free.stream().map(ConnectorSpaceObject::id).toList();
        AdoptionDecision several = new AdoptionDecision.Ambiguous(objects, criterion.name());
        if (criterion.onAmbiguous() != OnAmbiguous.NEXT) {
            return several;
        }
        ambiguous = ambiguous == null ? several : ambiguous;
        return null;
    }
}
