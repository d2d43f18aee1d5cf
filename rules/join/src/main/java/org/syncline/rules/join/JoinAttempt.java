package org.syncline.rules.join;

import java.util.List;
import java.util.Map;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * What became of one criterion for one object, for people who want to know.
 *
 * @param criterion its name
 * @param keys what it compared, by metaverse attribute; null values where the object has no single value
 * @param candidates the identities that agree in some of its matches, the best first
 * @param outcome in words
 */
public record JoinAttempt(
        String criterion, RuleLocation location, Map<String, String> keys, List<Candidate> candidates,
        String outcome) {

    /**
     * An identity that may be meant.
     *
     * @param agreed the metaverse attributes in which it agrees
     * @param of how many matches the criterion has
     * @param taken whether it has such an account already
     */
    public record Candidate(long identity, List<String> agreed, int of, boolean taken) {
        /** Whether all matches agree. */
        public boolean isHit() {
            return agreed.size() == of;
        }

        /** Agreeing matches in a hundred. */
        public int score() {
            return of == 0 ? 0 : 100 * agreed.size() / of;
        }
    }

    public List<Candidate> hits() {
        return candidates.stream().filter(Candidate::isHit).toList();
    }
}
