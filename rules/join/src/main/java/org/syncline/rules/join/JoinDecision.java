package org.syncline.rules.join;

import java.util.List;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.RuleLocation;

/** Whom an object of a connected system belongs to. */
public sealed interface JoinDecision {

    /** To this identity. */
    record Join(long identity, JoinRules.Criterion criterion) implements JoinDecision {}

    /** To a new identity of this type. */
    record Project(String metaverseType, JoinRules.Projection projection) implements JoinDecision {}

    /** Several identities match, and a person shall choose. */
    record Ambiguous(JoinRules.Criterion criterion, List<Long> identities) implements JoinDecision {}

    /** The one identity that matches has an account of this connector and type already. */
    record AlreadyJoined(JoinRules.Criterion criterion, long identity) implements JoinDecision {}

    /** To nobody. */
    record StayDisconnected(String reason) implements JoinDecision {}

    /** A rule failed on this object. */
    record Failed(String message, RuleLocation location) implements JoinDecision {}
}
