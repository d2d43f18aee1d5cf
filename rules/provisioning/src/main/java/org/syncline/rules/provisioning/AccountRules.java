package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.List;
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
    private final ProvisioningRules rules;
    private final IdentityState state;
    private final ConnectorSpaceObject account;
    private final RuleEvaluation evaluation;

    private AccountRules(ProvisioningRules rules, IdentityState state, ConnectorSpaceObject account) {
        this.rules = rules;
        this.state = state;
        this.account = account;
        this.evaluation = RuleEvaluation.of(state, account, "scope", rules.location());
    }

    /**
     * What becomes of the account, or whether one is wanted. A draft is an account: while it is unsent, a rename gives it its new
     * name at once.
     *
     * @param account of the connector and object type of the rules; null if there is none
     */
    public static AccountDecision decide(ProvisioningRules rules, IdentityState state, ConnectorSpaceObject account) {
        AccountRules decision = new AccountRules(rules, state, account);
        return unlessStopped(account == null ? decision::withoutAccount : decision::withAccount);
    }

    /** The draft of the account that {@code rule} wants. */
    public static AccountDecision draft(
            ProvisioningRules rules, Provision rule, ObjectType accountType, IdentityState state) {
        return unlessStopped(() -> Drafting.draft(rules, rule, accountType, state));
    }

    /**
     * What is due to an account whose identity ends.
     *
     * @param rulesOrNull the provisioning rules of its type; without any it is disconnected
     * @param since when the end was carried out first; stages are counted from here
     */
    public static AccountDecision end(
            ProvisioningRules rulesOrNull, IdentityState state, ConnectorSpaceObject account, Instant since) {
        Leaving leaving = new Leaving(Leaving.IDENTITY_ENDS, since);
        boolean isSilent = rulesOrNull == null || rulesOrNull.whenIdentityEnds() == null;
        Outcome outcome = isSilent ? Outcome.DISCONNECT : rulesOrNull.whenIdentityEnds();
        var location = rulesOrNull == null ? null : rulesOrNull.location();
        return unlessStopped(() -> Stages.at(outcome, since, state.now())
                .decide(leaving, location, values(account),
                        RuleEvaluation.of(state, account, leaving.rule(), location)));
    }

    private static AccountDecision unlessStopped(Supplier<AccountDecision> rules) {
        try {
            return rules.get();
        } catch (Stop stop) {
            return stop.decision();
        }
    }

    private AccountDecision withoutAccount() {
        if (state.identity().isEnding()) {
            return ending();
        }
        if (!evaluation.holds(rules.scope())) {
            return outside();
        }
        Optional<Deprovision> holding = holding();
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

    private AccountDecision withAccount() {
        if (isEnding()) {
            return ending();
        }
        boolean inScope = evaluation.holds(rules.scope());
        Optional<Deprovision> holding = inScope ? holding() : Optional.empty();
        if (holding.isPresent()) {
            return deprovision(holding.get());
        }
        AccountDecision enable = account.leaving() == null ? null : enable(account.leaving().rule(), inScope);
        if (enable != null) {
            return enable;
        }
        return inScope ? renameOrNothing() : outside();
    }

    private boolean isEnding() {
        return state.identity().isEnding()
                && account.leaving() != null
                && account.leaving().rule().equals(Leaving.IDENTITY_ENDS);
    }

    private Optional<Deprovision> holding() {
        return rules.deprovisions().stream()
                .filter(rule -> evaluation.about(rule.name(), rule.location()).holds(rule.when()))
                .findFirst();
    }

    private AccountDecision deprovision(Deprovision rule) {
        Leaving before = account.leaving();
        Leaving leaving = before != null && before.rule().equals(rule.name())
                ? before
                : new Leaving(rule.name(), state.now());
        return Stages.at(rule.outcome(), leaving.since(), state.now())
                .decide(leaving, rule.location(), values(account), evaluation.about(rule.name(), rule.location()));
    }

    /** An outcome whose rule is gone, or that of an end that was cancelled, has nothing to set but is over too. */
    private AccountDecision enable(String left, boolean inScope) {
        for (Deprovision rule : rules.deprovisions()) {
            if (rule.name().equals(left)) {
                RuleEvaluation own = evaluation.about(rule.name(), rule.location());
                return new AccountDecision.Enable(left, values(account).settings(rule.enable(), own), rename(inScope));
            }
        }
        return inScope ? new AccountDecision.Enable(left, List.of(), rename(true)) : null;
    }

    private AccountDecision.Rename rename(boolean inScope) {
        return inScope ? new Renaming(rules, account).decide(evaluation) : null;
    }

    private AccountDecision renameOrNothing() {
        AccountDecision rename = rename(true);
        return rename != null ? rename : new AccountDecision.Nothing("The account stays as it is.");
    }

    private static AccountDecision ending() {
        return new AccountDecision.Nothing("The identity is ending.");
    }

    private static AccountDecision outside() {
        return new AccountDecision.Nothing("The identity is outside the scope of the provisioning rules.");
    }

    private static AccountValues values(ConnectorSpaceObject account) {
        return new AccountValues(account.type(), account.dn() != null);
    }
}
