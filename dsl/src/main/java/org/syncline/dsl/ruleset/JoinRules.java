package org.syncline.dsl.ruleset;

import java.util.List;
import org.syncline.dsl.expression.Expression;

/**
 * How objects of one type of a connector find their identity: one file of possibly several, which are tried together in the order of
 * their names. Expressions read the connector-space object.
 *
 * @param scope which objects these rules are for; null for all
 * @param criteria tried in this order
 * @param projections what happens when no criterion of any file matched: the first whose condition holds
 */
public record JoinRules(
        String connector,
        String objectType,
        String metaverseType,
        Expression scope,
        List<Criterion> criteria,
        List<Projection> projections,
        RuleLocation location) {

    /** What happens to an object that several identities match. */
    public enum OnAmbiguous {
        HOLD,
        NEXT,
        /** A program chooses. */
        RESOLVE
    }

    /**
     * One criterion: all of its matches must hold.
     *
     * @param when condition on the object; null for always
     * @param many whether several objects of the connector may join one identity
     */
    public record Criterion(
            String name, List<Match> matches, Expression when, OnAmbiguous onAmbiguous, boolean many,
            RuleLocation location) {
        public Criterion {
            matches = List.copyOf(matches);
        }
    }

    /**
     * One comparison.
     *
     * @param attribute the connector-space attribute compared, or null where {@code key} computes
     * @param key what is compared; single-valued
     * @param with the metaverse attribute it is compared with
     */
    public record Match(String attribute, Expression key, String with, boolean ignoreCase) {}

    /** @param when condition on the object; null for always */
    public record Projection(String name, Expression when, RuleLocation location) {}

    public JoinRules {
        criteria = List.copyOf(criteria);
        projections = List.copyOf(projections);
    }
}
