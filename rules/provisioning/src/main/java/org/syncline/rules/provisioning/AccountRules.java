package org.syncline.rules.provisioning;

import java.util.Optional;
import java.util.function.Supplier;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.ObjectType;

/** Decides what becomes of the account that provisioning rules are about. */
public final class AccountRules {
    private AccountRules() {}

    /**
     * What becomes of the account, or whether one is wanted. A draft is an account: while it is unsent, a rename gives it its new
     * name at once.
     *
     * @param account of the connector and object type of the rules; null if there is none
     */
    public static AccountDecision decide(ProvisioningRules rules, IdentityState state, ConnectorSpaceObject account) {
        return unlessStopped(() -> account == null
                ? withoutAccount(rules, state)
                : new PresentAccount(rules, state, account).decide());
    }

    /** The draft of the account that {@code rule} wants. */
    public static AccountDecision draft(
            ProvisioningRules rules, Provision rule, ObjectType accountType, IdentityState state) {
        return unlessStopped(() -> Drafting.draft(rules, rule, accountType, state));
    }

    /**
     * What is due to an account whose identity ends; its stages are counted from the instant this is asked first.
     *
     * @param rulesOrNull the provisioning rules of its type; without any it is disconnected
     */
    public static AccountDecision end(
            ProvisioningRules rulesOrNull, IdentityState state, ConnectorSpaceObject account) {
        Leaving leaving = PresentAccount.leaving(account, Leaving.IDENTITY_ENDS, state);
        boolean isSilent = rulesOrNull == null || rulesOrNull.whenIdentityEnds() == null;
        Outcome outcome = isSilent ? Outcome.DISCONNECT : rulesOrNull.whenIdentityEnds();
        var location = rulesOrNull == null ? null : rulesOrNull.location();
        return unlessStopped(() -> Stages.at(outcome, leaving.since(), state.present())
                .decide(leaving, location, AccountValues.of(account),
                        RuleEvaluation.of(state, account, leaving.rule(), location)));
    }

    private static AccountDecision unlessStopped(Supplier<AccountDecision> rules) {
        try {
            return rules.get();
        } catch (Stop stop) {
            return stop.decision();
        }
    }

    private static AccountDecision withoutAccount(ProvisioningRules rules, IdentityState state) {
        RuleEvaluation evaluation = RuleEvaluation.of(state, null, "scope", rules.location());
        if (state.identity().isEnding()) {
            return new AccountDecision.Nothing("The identity is ending.");
        }
        if (state.isHeldByHand()) {
            return new AccountDecision.Nothing("The identity was cut off from its sources by hand.");
        }
        if (!evaluation.holds(rules.scope())) {
            return new AccountDecision.Nothing("The identity is outside the scope of the provisioning rules.");
        }
        Optional<Deprovision> holding = PresentAccount.holding(rules, evaluation);
        if (holding.isPresent()) {
            return new AccountDecision.Nothing(
                    "While the deprovision rule '" + holding.get().name() + "' holds, no account is created.");
        }
        for (Provision provision : rules.provisions()) {
            if (evaluation.about(provision.name(), provision.location()).holds(provision.when())) {
                return new AccountDecision.Wants(provision);
            }
        }
        return new AccountDecision.Nothing("No provision rule holds.");
    }
}
