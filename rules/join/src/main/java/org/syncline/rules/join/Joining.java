package org.syncline.rules.join;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Decides whom a disconnected object belongs to. */
public final class Joining {
    private final JoinRules rules;
    private final JoinedObject object;
    private final Candidates candidates;
    private final List<String> misses = new ArrayList<>();

    private Joining(JoinRules rules, JoinedObject object, Candidates candidates) {
        this.rules = rules;
        this.object = object;
        this.candidates = candidates;
    }

    /** What identities are to be looked up by; a match that has no single value, or fails, is left out. */
    public static List<JoinKey> keys(JoinRules rules, ConnectorSpaceObject object, Attributes image, Present present) {
        JoinedObject joined = new JoinedObject(object, image, present);
        List<JoinKey> keys = new ArrayList<>();
        for (Criterion criterion : rules.criteria()) {
            for (int match = 0; match < criterion.matches().size(); match++) {
                String key = joined.keyOrNull(criterion.matches().get(match));
                if (key != null) {
                    keys.add(new JoinKey(name(criterion, match), criterion.matches().get(match).with(), key));
                }
            }
        }
        return keys;
    }

    static String name(Criterion criterion, int match) {
        return criterion.name() + "#" + match;
    }

    /**
     * Whom the object belongs to, by the criteria in order and then the projection.
     *
     * @param candidates at least what was found for {@link #keys}
     */
    public static JoinDecision decide(
            JoinRules rules, ConnectorSpaceObject object, Attributes image, Present present, Candidates candidates) {
        return new Joining(rules, new JoinedObject(object, image, present), candidates).decide();
    }

    private JoinDecision decide() {
        RuleLocation at = rules.location();
        try {
            if (!object.meets(rules.scope())) {
                return new JoinDecision.StayDisconnected("It is outside the scope of its join rules.");
            }
            for (Criterion criterion : rules.criteria()) {
                at = criterion.location();
                JoinDecision decision = attempt(criterion);
                if (decision != null) {
                    return decision;
                }
            }
            at = rules.projection() == null ? at : rules.projection().location();
            return project();
        } catch (EvaluationException failure) {
            return new JoinDecision.Failed(failure.getMessage(), at);
        }
    }

    private JoinDecision attempt(Criterion criterion) {
        if (!object.meets(criterion.when())) {
            return miss(criterion, "its condition does not hold");
        }
        List<String> keys = object.keys(criterion);
        if (keys.contains(null)) {
            return miss(criterion, "the object has no single value to compare");
        }
        return choose(criterion, Comparison.matching(criterion, keys, candidates));
    }

    private JoinDecision choose(Criterion criterion, List<MetaverseObject> hits) {
        return switch (hits.size()) {
            case 0 -> miss(criterion, "no identity matches");
            case 1 -> join(criterion, hits.getFirst().id());
            default -> criterion.onAmbiguous() == OnAmbiguous.NEXT
                    ? miss(criterion, hits.size() + " identities match")
                    : new JoinDecision.Ambiguous(criterion, hits.stream().map(MetaverseObject::id).toList());
        };
    }

    private JoinDecision join(Criterion criterion, long identity) {
        return candidates.isTaken(identity) && !criterion.many()
                ? new JoinDecision.AlreadyJoined(criterion, identity)
                : new JoinDecision.Join(identity, criterion);
    }

    private JoinDecision miss(Criterion criterion, String reason) {
        misses.add(criterion.name() + ": " + reason);
        return null;
    }

    private JoinDecision project() {
        if (rules.projection() == null) {
            return stay("there is no projection");
        }
        return object.meets(rules.projection().when())
                ? new JoinDecision.Project(rules.projection())
                : stay("the condition of the projection '" + rules.projection().name() + "' does not hold");
    }

    private JoinDecision stay(String projection) {
        String joins =
                misses.isEmpty() ? "There is no join rule" : "No join rule matched (" + String.join("; ", misses) + ")";
        return new JoinDecision.StayDisconnected(joins + ", and " + projection + ".");
    }
}
