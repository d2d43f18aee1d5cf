package org.syncline.platform.engine.operations;

import java.util.List;
import java.util.Map;
import org.syncline.rules.join.JoinAttempt;

/**
 * An object that belongs to nobody, as it is shown to a person.
 *
 * @param state its link state, in words
 * @param attempts what each join criterion found
 */
public record Disconnected(
        long id, String connector, String objectType, String title, String state, List<Attempt> attempts) {

    /**
     * What one criterion found.
     *
     * @param rule its name, file and line
     * @param keys what it compared, by metaverse attribute; null values where the object has no single value
     * @param candidates the best first
     */
    public record Attempt(String rule, Map<String, String> keys, List<Candidate> candidates, String outcome) {
        static Attempt of(JoinAttempt attempt) {
            return new Attempt(
                    "'" + attempt.criterion() + "' (" + attempt.location() + ")", attempt.keys(),
                    attempt.candidates().stream().map(Candidate::of).toList(), attempt.outcome());
        }
    }

    /**
     * An identity that may be meant.
     *
     * @param score agreeing matches in a hundred
     * @param agreed the metaverse attributes in which it agrees
     * @param taken whether it has such an account already
     */
    public record Candidate(long identity, int score, List<String> agreed, boolean taken) {
        static Candidate of(JoinAttempt.Candidate candidate) {
            return new Candidate(candidate.identity(), candidate.score(), candidate.agreed(), candidate.taken());
        }
    }
}
