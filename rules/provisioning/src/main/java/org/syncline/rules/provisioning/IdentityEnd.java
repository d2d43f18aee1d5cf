package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.EndPolicy;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Judges whether an identity lives on.
 *
 * <p>Links that provisioning made keep nobody alive. An identity without any other link is an orphan: nothing stands for it, and it
 * ends under every policy of links, whatever connectors that names. Otherwise links of named connectors end an identity only when
 * they are <em>lost</em>: one that never was in a connector does not end because it is not there.
 */
public final class IdentityEnd {
    private final MetaverseObject identity;
    private final List<ConnectorSpaceObject> accounts;
    private final Set<String> linked;
    private final Links links;
    private final Present present;

    private IdentityEnd(MetaverseObject identity, List<ConnectorSpaceObject> accounts, Links links, Present present) {
        this.identity = identity;
        this.accounts = accounts;
        this.linked = accounts.stream()
                .filter(IdentityEnd::keepsAlive)
                .map(ConnectorSpaceObject::connector)
                .collect(Collectors.toSet());
        this.links = links;
        this.present = present;
    }

    /** Not the link to an object that was deleted in its system and is kept only so that it is not created again. */
    private static boolean keepsAlive(ConnectorSpaceObject account) {
        Hologram hologram = account.hologram();
        boolean isThere = hologram.known() != null || !hologram.pendingImport().isNone() || account.isDraft();
        return isThere && account.link().isJoined() && account.link().origin() != Origin.PROVISIONING;
    }

    /**
     * Connectors in which an identity lost and got links since it was last judged; links made by provisioning do not count.
     *
     * @param lost may name a connector in which it has another link
     */
    public record Links(Set<String> lost, Set<String> found) {
        public static final Links UNCHANGED = new Links(Set.of(), Set.of());

        public Links {
            lost = Set.copyOf(lost);
            found = Set.copyOf(found);
        }
    }

    /**
     * Whether the identity lives, ends, or ends later.
     *
     * <p>An end that is pending is cancelled when its cause is gone; under {@code any}, when an object of a named connector was found
     * and none was lost. A condition that fails ends nobody.
     *
     * @param accountsNow all objects linked to it
     */
    public static EndDecision judge(
            MetaverseType type, MetaverseObject identity, List<ConnectorSpaceObject> accountsNow, Links links,
            Present present) {
        return new IdentityEnd(identity, accountsNow, links, present).judge(type.ends());
    }

    /** Whether somebody broke the last link by hand that kept the identity: a manual disconnect never deprovisions. */
    static boolean isHeldByHand(List<ConnectorSpaceObject> accounts) {
        return accounts.stream()
                .anyMatch(account -> account.leaving() != null && account.leaving().isOf(Leaving.DISCONNECTED_BY_HAND))
                && accounts.stream().noneMatch(IdentityEnd::keepsAlive);
    }

    private EndDecision judge(EndPolicy policy) {
        if (isHeldByHand(accounts)) {
            return new EndDecision.Lives();
        }
        boolean ends = switch (policy) {
            case EndPolicy.Never never -> false;
            case EndPolicy.LastLinkGone last -> linked.isEmpty();
            case EndPolicy.LinksGone gone -> linked.isEmpty() || (gone.all() ? allGone(gone) : anyGone(gone));
            case EndPolicy.When when -> holds(when.condition());
        };
        return ends ? due(policy) : new EndDecision.Lives();
    }

    private boolean allGone(EndPolicy.LinksGone gone) {
        Set<String> left = new HashSet<>(gone.connectors());
        left.retainAll(linked);
        return left.isEmpty() && (identity.isEnding() || containsAny(gone.connectors(), links.lost()));
    }

    private boolean anyGone(EndPolicy.LinksGone gone) {
        Set<String> missing = new HashSet<>(gone.connectors());
        missing.removeAll(linked);
        return containsAny(missing, links.lost())
                || !missing.isEmpty() && identity.isEnding() && !containsAny(gone.connectors(), links.found());
    }

    private static boolean containsAny(Set<String> names, Set<String> others) {
        return others.stream().anyMatch(names::contains);
    }

    private boolean holds(Expression condition) {
        Evaluation evaluation = Evaluation.at(present)
                .source(identity.attributes())
                .connectedTo(accounts.stream()
                        .map(account -> new Connection(account.connector(), account.type().name()))
                        .collect(Collectors.toSet()));
        try {
            return condition.holds(evaluation) && evaluation.asked().isEmpty();
        } catch (EvaluationException failure) {
            return false;
        }
    }

    private EndDecision due(EndPolicy policy) {
        Instant since = identity.isEnding() ? identity.endingSince() : present.now();
        Instant due = since.plus(policy.grace());
        present.changesAt(due);
        return due.isAfter(present.now()) ? new EndDecision.Ending(since, due) : new EndDecision.Ends(since);
    }
}
