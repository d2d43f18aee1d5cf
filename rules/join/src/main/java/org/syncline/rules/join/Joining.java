package org.syncline.rules.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Projection;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Decides whom a disconnected object belongs to. */
public final class Joining {
    private final List<JoinRules> files;
    private final JoinedObject object;
    private final Candidates candidates;
    private final List<String> misses = new ArrayList<>();
    /** The rule that is being evaluated. */
    private RuleLocation at;

    private Joining(List<JoinRules> files, JoinedObject object, Candidates candidates) {
        this.files = files;
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
     * Whom the object belongs to, by the criteria in order and then the projections.
     *
     * @param files all rules of the object type, in order
     * @param candidates at least what was found for {@link #keys}
     */
    public static JoinDecision decide(
            List<JoinRules> files, ConnectorSpaceObject object, Attributes image, Present present,
            Candidates candidates) {
        return new Joining(files, new JoinedObject(object, image, present), candidates).decide();
    }

    private JoinDecision decide() {
        try {
            List<JoinRules> scoped = scoped();
            return scoped.isEmpty()
                    ? new JoinDecision.StayDisconnected("It is outside the scope of its join rules.")
                    : joined(scoped).or(() -> projected(scoped)).orElseGet(() -> stay(scoped));
        } catch (EvaluationException failure) {
            return new JoinDecision.Failed(failure.getMessage(), at);
        }
    }

    private List<JoinRules> scoped() {
        List<JoinRules> scoped = new ArrayList<>();
        for (JoinRules rules : files) {
            at = rules.location();
            if (object.meets(rules.scope())) {
                scoped.add(rules);
            }
        }
        return scoped;
    }

    private Optional<JoinDecision> joined(List<JoinRules> scoped) {
        for (JoinRules rules : scoped) {
            for (Criterion criterion : rules.criteria()) {
                at = criterion.location();
                JoinDecision decision = attempt(rules, criterion);
                if (decision != null) {
                    return Optional.of(decision);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<JoinDecision> projected(List<JoinRules> scoped) {
        for (JoinRules rules : scoped) {
            for (Projection projection : rules.projections()) {
                at = projection.location();
                if (object.meets(projection.when())) {
                    return Optional.of(new JoinDecision.Project(rules.metaverseType(), projection));
                }
            }
        }
        return Optional.empty();
    }

    private JoinDecision attempt(JoinRules rules, Criterion criterion) {
        if (!object.meets(criterion.when())) {
            return miss(criterion, "its condition does not hold");
        }
        List<String> keys = object.keys(criterion);
        if (keys.contains(null)) {
            return miss(criterion, "the object has no single value to compare");
        }
        return choose(criterion, Comparison.matching(rules.metaverseType(), criterion, keys, candidates));
    }

    private JoinDecision choose(Criterion criterion, List<MetaverseObject> hits) {
        return switch (hits.size()) {
            case 0 -> miss(criterion, "no identity matches");
            case 1 -> join(criterion, hits.getFirst().id());
            default -> switch (criterion.onAmbiguous()) {
                case NEXT -> miss(criterion, hits.size() + " identities match");
                case HOLD -> ambiguous(criterion, hits);
                case RESOLVE -> resolve(criterion, hits);
            };
        };
    }

    private static JoinDecision ambiguous(Criterion criterion, List<MetaverseObject> hits) {
        return new JoinDecision.Ambiguous(criterion, hits.stream().map(MetaverseObject::id).toList());
    }

    /** What a program chose is decided by the program. */
    private JoinDecision resolve(Criterion criterion, List<MetaverseObject> hits) {
        JoinResolution resolution = candidates.resolve(criterion, hits);
        if (resolution == null) {
            return ambiguous(criterion, hits);
        }
        Criterion chosen = new Criterion(
                resolution.rule(), criterion.matches(), criterion.when(), criterion.onAmbiguous(), criterion.many(),
                resolution.location());
        return resolution.identity() == JoinResolution.NOBODY
                ? miss(chosen, "none of " + hits.size() + " identities is meant")
                : join(chosen, resolution.identity());
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

    private JoinDecision stay(List<JoinRules> scoped) {
        String joins =
                misses.isEmpty() ? "There is no join rule" : "No join rule matched (" + String.join("; ", misses) + ")";
        List<String> projections = scoped.stream()
                .flatMap(rules -> rules.projections().stream())
                .map(projection -> "the condition of the projection '" + projection.name() + "' does not hold")
                .toList();
        return new JoinDecision.StayDisconnected(joins + ", and "
                + (projections.isEmpty() ? "there is no projection" : String.join(", and ", projections)) + ".");
    }
}
