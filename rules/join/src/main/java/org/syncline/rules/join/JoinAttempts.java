package org.syncline.rules.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Tries every criterion on an object, also those after the one that decides, and tells what each found. */
public final class JoinAttempts {
    private final JoinedObject object;
    private final Candidates candidates;

    private JoinAttempts(JoinedObject object, Candidates candidates) {
        this.object = object;
        this.candidates = candidates;
    }

    /**
     * What each criterion finds, in their order.
     *
     * @param candidates at least what was found for {@link Joining#keys}
     */
    public static List<JoinAttempt> of(
            List<JoinRules> files, ConnectorSpaceObject object, Attributes image, Present present,
            Candidates candidates) {
        JoinAttempts attempts = new JoinAttempts(new JoinedObject(object, image, present), candidates);
        return files.stream()
                .flatMap(rules -> rules.criteria().stream().map(criterion -> attempts.attempt(rules, criterion)))
                .toList();
    }

    private JoinAttempt attempt(JoinRules rules, Criterion criterion) {
        Map<String, String> keys = new LinkedHashMap<>();
        criterion.matches().forEach(match -> keys.put(match.with(), object.keyOrNull(match)));
        List<JoinAttempt.Candidate> found = found(rules.metaverseType(), criterion);
        return new JoinAttempt(criterion.name(), criterion.location(), keys, found, outcome(criterion, found));
    }

    private List<JoinAttempt.Candidate> found(String metaverseType, Criterion criterion) {
        Map<Long, MetaverseObject> identities = new LinkedHashMap<>();
        for (Match match : criterion.matches()) {
            String key = object.keyOrNull(match);
            if (key != null) {
                candidates.with(metaverseType, match.with(), key)
                        .forEach(identity -> identities.put(identity.id(), identity));
            }
        }
        return identities.values().stream()
                .map(identity -> candidate(criterion, identity))
                .filter(candidate -> !candidate.agreed().isEmpty())
                .sorted(Comparator.comparingInt(JoinAttempt.Candidate::score).reversed()
                        .thenComparing(JoinAttempt.Candidate::identity))
                .toList();
    }

    private JoinAttempt.Candidate candidate(Criterion criterion, MetaverseObject identity) {
        List<String> agreed = new ArrayList<>();
        for (Match match : criterion.matches()) {
            String key = object.keyOrNull(match);
            if (key != null && Comparison.holds(match, key, identity)) {
                agreed.add(match.with());
            }
        }
        return new JoinAttempt.Candidate(
                identity.id(), agreed, criterion.matches().size(),
                candidates.isTaken(identity.id()) && !criterion.many());
    }

    private String outcome(Criterion criterion, List<JoinAttempt.Candidate> found) {
        try {
            return object.meets(criterion.when())
                    ? outcome(object.keys(criterion), found.stream().filter(JoinAttempt.Candidate::isHit).toList())
                    : "its condition does not hold";
        } catch (EvaluationException failure) {
            return "it fails: " + failure.getMessage();
        }
    }

    private static String outcome(List<String> keys, List<JoinAttempt.Candidate> hits) {
        if (keys.contains(null)) {
            return "the object has no single value to compare";
        }
        return switch (hits.size()) {
            case 0 -> "no identity matches";
            case 1 -> "identity #" + hits.getFirst().identity() + " matches"
                    + (hits.getFirst().taken() ? ", but has such an account already" : "");
            default -> hits.size() + " identities match";
        };
    }
}
