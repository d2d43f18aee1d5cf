package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.rules.provisioning.AccountDecision.Reservation;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Drafts a new account: its unique values first, since its name and its other values are made of them. */
final class Drafting {
    private final Provision rule;
    private final RuleEvaluation evaluation;
    private final AccountValues values;
    private final Attributes.Builder attributes;
    private final List<Reservation> reserved = new ArrayList<>();

    private Drafting(Provision rule, ObjectType type, IdentityState state) {
        this.rule = rule;
        this.evaluation = RuleEvaluation.of(state, null, rule.name(), rule.location());
        this.values = new AccountValues(type, rule.dn() != null);
        this.attributes = Attributes.builder(type);
    }

    static AccountDecision draft(ProvisioningRules rules, Provision rule, ObjectType type, IdentityState state) {
        return new Drafting(rule, type, state).draft(rules);
    }

    private AccountDecision draft(ProvisioningRules rules) {
        for (Unique unique : rule.uniques()) {
            UniqueValues.decide(unique, rules.connector(), null, evaluation, reserved);
        }
        if (rule.dn() != null) {
            String dn = Names.complete(rule.dn(), evaluation);
            evaluation.decide(ObjectType.DN, new TextValue(dn));
            attributes.set(ObjectType.DN, dn);
        }
        rule.uniques().forEach(unique -> set(unique.to(), evaluation.decided(unique.to())));
        rule.initials().forEach(this::set);
        Attributes draft = attributes.build();
        return new AccountDecision.Create(rule, draft, reserved, alreadyMadeAnew(rules, draft));
    }

    /** A condition that holds already when an account is created is no reason to create it once more. */
    private Leaving alreadyMadeAnew(ProvisioningRules rules, Attributes draft) {
        RuleEvaluation ofDraft = RuleEvaluation.of(evaluation.state(), draft, null, rule.name(), rule.location());
        return PresentAccount.toBeMadeAnew(rules, ofDraft)
                .map(holding -> new Leaving(holding.name(), evaluation.state().now()).over())
                .orElse(null);
    }

    private void set(Initial initial) {
        if (!evaluation.holds(initial.when())) {
            return;
        }
        Content content =
                initial.value() == null
                        ? new GeneratedSecret(initial.secretLength())
                        : evaluation.content(initial.value());
        if (content.isPresent()) {
            set(initial.to(), content);
        }
    }

    private void set(String attribute, Content content) {
        attributes.set(attribute, values.fit(attribute, content, evaluation));
    }
}
