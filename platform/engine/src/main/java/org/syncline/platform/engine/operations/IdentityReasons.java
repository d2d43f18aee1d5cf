package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Evaluation;
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
                Statement.of(identity.isEnding() ? "its end is pending since " + identity.endingSince() : "it lives"));
        topics.add(new Statement("links", links()));
        reasons.rules().ruleset().provisioningRules().stream()
                .filter(rules -> rules.metaverseType().equals(identity.type().name()))
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

    private Statement account(ProvisioningRules rules, Preview preview) {
        List<Statement> because = new ArrayList<>();
        boolean has = accounts.stream()
                .anyMatch(account -> account.connector().equals(rules.connector())
                        && account.type().name().equals(rules.objectType()));
        preview.lines().stream()
                .filter(line -> line.phase().equals("provisioning"))
                .filter(line -> line.subject().endsWith("'" + rules.connector() + "'"))
                .forEach(line -> because.add(Statement.of(line.text())));
        because.addAll(conditions(rules));
        return new Statement(
                "account of type '" + rules.objectType() + "' in '" + rules.connector() + "': " + (has ? "yes" : "no"),
                because);
    }

    private List<Statement> conditions(ProvisioningRules rules) {
        ConditionReasons conditions = ConditionReasons.of(identity.attributes(), evaluation());
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
        for (ProvisioningRules.Deprovision deprovision : rules.deprovisions()) {
            statements.add(new Statement(
                    "deprovision rule '" + deprovision.name() + "' (" + deprovision.location() + ")",
                    conditions.of(deprovision.when())));
        }
        return statements;
    }

    private Evaluation evaluation() {
        return Evaluation.at(reasons.present())
                .identity(identity.id())
                .connectedTo(accounts.stream().map(ConnectorSpaceObject::connector).collect(Collectors.toSet()));
    }
}
