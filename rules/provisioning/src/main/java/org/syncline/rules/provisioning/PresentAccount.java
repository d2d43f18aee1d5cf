package org.syncline.rules.provisioning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Enable;
import org.syncline.dsl.ruleset.ProvisioningRules.Reprovision;
import org.syncline.rules.provisioning.AccountDecision.Nothing;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.ObjectType;

/** Decides what becomes of an account that an identity has. */
final class PresentAccount {
    private final ProvisioningRules rules;
    private final IdentityState state;
    private final ConnectorSpaceObject account;
    private final Leaving before;
    private final RuleEvaluation evaluation;
    private final boolean inScope;

    PresentAccount(ProvisioningRules rules, IdentityState state, ConnectorSpaceObject account) {
        this.rules = rules;
        this.state = state;
        this.account = account;
        this.before = account.leaving();
        this.evaluation = RuleEvaluation.of(state, account, "scope", rules.location());
        this.inScope = evaluation.holds(rules.scope());
    }

    /** The first deprovisioning rule that holds. */
    static Optional<Deprovision> holding(ProvisioningRules rules, RuleEvaluation evaluation) {
        return rules.deprovisions().stream()
                .filter(rule -> evaluation.about(rule.name(), rule.location()).holds(rule.when()))
                .findFirst();
    }

    /** That a rule holds: since it first did, or since now. */
    static Leaving leaving(ConnectorSpaceObject account, String rule, IdentityState state) {
        Leaving before = account.leaving();
        boolean heldBefore = before != null && before.isOf(rule) && !before.isOver();
        return heldBefore ? before : new Leaving(rule, state.now());
    }

    AccountDecision decide() {
        if (isEnding()) {
            return new Nothing("The identity is ending.", before);
        }
        if (state.isHeldByHand()) {
            return new Nothing("The identity was cut off from its sources by hand.", before);
        }
        Optional<Deprovision> holding = inScope ? holding(rules, evaluation) : Optional.empty();
        if (holding.isPresent()) {
            return deprovision(holding.get());
        }
        return before == null ? live() : undo();
    }

    private boolean isEnding() {
        return state.identity().isEnding() && isLeavingBy(Leaving.IDENTITY_ENDS) && !before.isOver();
    }

    private boolean isLeavingBy(String rule) {
        return before != null && before.isOf(rule);
    }

    private AccountDecision deprovision(Deprovision rule) {
        Leaving leaving = leaving(account, rule.name(), state);
        return Stages.at(rule.outcome(), leaving.since(), state.present())
                .decide(leaving, rule.location(), AccountValues.of(account),
                        evaluation.about(rule.name(), rule.location()));
    }

    /** Nothing has held for it so far. */
    private AccountDecision live() {
        Optional<Reprovision> begun = account.isDraft() ? Optional.empty() : toBeMadeAnew();
        return begun.isPresent()
                ? new AccountDecision.Reprovision(
                        begun.get().name(), new Leaving(begun.get().name(), state.now()))
                : renameOrNothing(null);
    }

    private Optional<Reprovision> toBeMadeAnew() {
        return inScope ? toBeMadeAnew(rules, evaluation) : Optional.empty();
    }

    static Optional<Reprovision> toBeMadeAnew(ProvisioningRules rules, RuleEvaluation evaluation) {
        return rules.reprovisions().stream()
                .filter(rule -> evaluation.about(rule.name(), rule.location()).holds(rule.when()))
                .findFirst();
    }

    /** Something has held for it and does not any more, or is no reason to do it again. */
    private AccountDecision undo() {
        return rules.reprovisions().stream()
                .filter(rule -> before.isOf(rule.name()))
                .findFirst()
                .map(this::madeAnew)
                .orElseGet(this::enable);
    }

    /** Once the deletion is sent there is no way back; before, it is withdrawn when the condition ceases to hold. */
    private AccountDecision madeAnew(Reprovision rule) {
        if (!before.isOver() && account.hologram().exported() == null) {
            return new AccountDecision.Reprovision(rule.name(), before);
        }
        boolean holds = inScope && evaluation.about(rule.name(), rule.location()).holds(rule.when());
        if (!holds) {
            return renameOrNothing(null);
        }
        return before.isOver() ? renameOrNothing(before) : new AccountDecision.Reprovision(rule.name(), before);
    }

    /** An outcome whose rule is gone has nothing to undo. */
    private AccountDecision enable() {
        Enable enable = rules.deprovisions().stream()
                .filter(rule -> before.isOf(rule.name()))
                .map(rule -> rule.outcome().enable())
                .findFirst()
                .orElse(before.isOf(Leaving.IDENTITY_ENDS) ? enableAfterTheEnd() : Enable.NOTHING);
        RuleEvaluation own = evaluation.about(before.rule(), rules.location());
        List<Setting> settings = AccountValues.of(account).settings(enable.sets(), own);
        String moveTo = enable.moveTo() == null || account.dn() == null ? null : Names.complete(enable.moveTo(), own);
        boolean isDone = isThere(settings, moveTo) && !(before.isOver() && isUnderway(settings, moveTo));
        return isDone
                ? renameOrNothing(alreadyMadeAnew())
                : new AccountDecision.Enable(before.rule(), settings, moveTo, renameAfter(moveTo), before.over(),
                        enable.location());
    }

    private Enable enableAfterTheEnd() {
        return rules.whenIdentityEnds() == null ? Enable.NOTHING : rules.whenIdentityEnds().enable();
    }

    /** Whether the account is as if it had been enabled. */
    private boolean isThere(List<Setting> settings, String moveTo) {
        Attributes present = RuleEvaluation.present(account);
        return present != null
                && settings.stream().allMatch(setting -> setting.over(present.get(setting.attribute()))
                        .equals(present.get(setting.attribute())))
                && (moveTo == null || isIn(moveTo));
    }

    /** Whether it was moved there, or on from there by what renames say. */
    private boolean isIn(String parent) {
        if (!Names.differ(parent, DistinguishedName.parent(account.dn()))) {
            return true;
        }
        AccountDecision.Rename further = before.isOver() ? renameAfter(parent) : null;
        return further != null && !Names.differ(further.dn(), account.dn());
    }

    /** Whether something of it is still to be sent, or to be confirmed: a system may have dropped it. */
    private boolean isUnderway(List<Setting> settings, String moveTo) {
        return settings.stream().anyMatch(setting -> isUnderway(setting.attribute()))
                || moveTo != null && isUnderway(ObjectType.DN);
    }

    private boolean isUnderway(String attribute) {
        return Stream.of(account.hologram().pendingExport(), account.hologram().unconfirmedExport())
                .anyMatch(delta -> delta.kind() == Delta.Kind.UPDATE
                        && delta.change(account.type().index(attribute)) != null);
    }

    /** What renames say of the name it has after a move. */
    private AccountDecision.Rename renameAfter(String moveTo) {
        String dn = moveTo == null ? account.dn() : DistinguishedName.rdn(account.dn()) + "," + moveTo;
        return inScope ? new Renaming(rules, account).decide(dn, evaluation, null) : null;
    }

    /** A condition that began to hold while the account was leaving is no reason to make it anew afterwards. */
    private Leaving alreadyMadeAnew() {
        return toBeMadeAnew().map(rule -> new Leaving(rule.name(), state.now()).over()).orElse(null);
    }

    private AccountDecision renameOrNothing(Leaving leaving) {
        if (!inScope) {
            return new Nothing("The identity is outside the scope of the provisioning rules.", leaving);
        }
        AccountDecision rename = new Renaming(rules, account).decide(account.dn(), evaluation, leaving);
        return rename != null ? rename : new Nothing("The account stays as it is.", leaving);
    }
}
