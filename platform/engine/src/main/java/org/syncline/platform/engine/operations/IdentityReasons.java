package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Explains an identity: whether it lives, what is linked to it, and why it has an account or has none. */
final class IdentityReasons {
    private final Reasons reasons;
    private final MetaverseObject identity;
    private final List<ConnectorSpaceObject> accounts;

    IdentityReasons(Reasons reasons, MetaverseObject identity) {
        this.reasons = reasons;
        this.identity = identity;
        this.accounts = reasons.accounts(identity);
    }

    Explanation explain() {
        Preview preview = reasons.preview(identity);
        List<Statement> topics = new ArrayList<>();
        topics.add(
                Statement.of(identity.isEnding()
                        ? "its end is pending since " + Reasons.time(identity.endingSince())
                        : "it lives"));
        topics.add(new Statement("links", links()));
        reasons.rules().ruleset().provisioningRules(identity.type().name())
                .forEach(rules -> topics.add(account(rules, preview)));
        List<Statement> errors = reasons.errors(identity, accounts);
        if (!errors.isEmpty()) {
            topics.add(new Statement("errors", errors));
        }
        return new Explanation("identity #" + identity.id() + " (" + identity.type().name() + ")", topics);
    }

    private List<Statement> links() {
        return accounts.isEmpty()
                ? List.of(Statement.of("none"))
                : accounts.stream()
                        .map(account -> Statement.of(Reasons.title(account) + ", made by "
                                + account.link().origin().name().toLowerCase(Locale.ROOT)))
                        .toList();
    }

    /** Why it has no account in a connector, for each of its rules under which it has none. */
    List<Statement> missing(String connector) {
        return reasons.rules().ruleset().provisioningRules(identity.type().name())
                .filter(rules -> rules.connector().equals(connector) && !hasAccount(rules))
                .flatMap(rules -> provisions(rules).stream())
                .toList();
    }

    private boolean hasAccount(ProvisioningRules rules) {
        return accounts.stream()
                .anyMatch(account -> account.connector().equals(rules.connector())
                        && account.type().name().equals(rules.objectType()));
    }

    private Statement account(ProvisioningRules rules, Preview preview) {
        List<Statement> because = new ArrayList<>();
        preview.lines().stream()
                .filter(line -> line.phase().equals("provisioning"))
                .filter(line -> line.subject().endsWith("'" + rules.connector() + "'"))
                .forEach(line -> because.add(Statement.of(line.text())));
        because.addAll(provisions(rules));
        because.addAll(deprovisions(rules));
        return new Statement(
                "account of type '" + rules.objectType() + "' in '" + rules.connector() + "': "
                        + (hasAccount(rules) ? "yes" : "no"),
                because);
    }

    private List<Statement> provisions(ProvisioningRules rules) {
        ConditionReasons conditions = conditions();
        List<Statement> statements = new ArrayList<>();
        if (rules.scope() != null) {
            statements.add(new Statement("scope of the rules (" + rules.location() + ")",
                    conditions.of(rules.scope())));
        }
        for (ProvisioningRules.Provision provision : rules.provisions()) {
            statements.add(new Statement(
                    "provision rule '" + provision.name() + "' (" + provision.location() + ")"
                            + (provision.when() == null ? ": always" : ""),
                    conditions.of(provision.when())));
        }
        reasons.rules().ruleset().extension().rules(Hook.PROVISIONING)
                .filter(rule -> rule.isAbout(
                        Hook.PROVISIONING, rules.connector(), rules.objectType(), rules.metaverseType()))
                .forEach(rule -> statements.add(
                        Statement.of("program '" + rule.name() + "' (" + rule.location() + ") decides too")));
        return statements;
    }

    private List<Statement> deprovisions(ProvisioningRules rules) {
        ConditionReasons conditions = conditions();
        return rules.deprovisions().stream()
                .map(deprovision -> new Statement(
                        "deprovision rule '" + deprovision.name() + "' (" + deprovision.location() + ")",
                        conditions.of(deprovision.when())))
                .toList();
    }

    private ConditionReasons conditions() {
        return ConditionReasons.of(identity.attributes(), evaluation());
    }

    private Evaluation evaluation() {
        return Evaluation.at(reasons.present())
                .identity(identity.id())
                .connectedTo(accounts.stream()
                        .map(account -> new Connection(account.connector(), account.type().name()))
                        .collect(Collectors.toSet()));
    }
}
