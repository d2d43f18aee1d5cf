package org.syncline.rules.join;

import java.util.List;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.RuleLocation;

/** Whether an identity that is about to get an account has one already in the target. */
public sealed interface AdoptionDecision {

    /** This free object is its account. */
    record Adopt(long object, JoinRules.Criterion criterion) implements AdoptionDecision {}

    /** No object matches: an account may be created. */
    record NoneFound() implements AdoptionDecision {}

    /** Several free objects match, and a person shall choose. */
    record Ambiguous(List<Long> objects, String criterion) implements AdoptionDecision {}

    /** An object that is not free matches; it blocks the creation. */
    record AccountExists(long object, String reason) implements AdoptionDecision {}

    /** A rule failed. */
    record Failed(String message, RuleLocation location) implements AdoptionDecision {}
}
