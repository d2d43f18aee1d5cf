package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.Allow;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.dsl.xml.binding.Deprovision;
import org.syncline.dsl.xml.binding.DnExpression;
import org.syncline.dsl.xml.binding.Provision;
import org.syncline.dsl.xml.binding.RandomPassword;
import org.syncline.dsl.xml.binding.Rename;
import org.syncline.dsl.xml.binding.Reprovision;
import org.syncline.dsl.xml.binding.WhenIdentityEnds;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** Reads files of rules/provisioning. */
final class ProvisioningRulesReader {
    private final RuleFile rules;
    private final SourceFile file;
    private final org.syncline.dsl.xml.binding.ProvisioningRules root;
    private final UniqueReader uniques;
    private final OutcomeReader outcomes;

    ProvisioningRulesReader(Document<org.syncline.dsl.xml.binding.ProvisioningRules> document, Schemas schemas,
            Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.rules = new RuleFile(file, schemas, parameters, root,
                new RuleFile.About(root.getConnector(), root.getObjectType(), root.getMetaverseType()));
        this.uniques = new UniqueReader(rules);
        this.outcomes = new OutcomeReader(rules);
    }

    ProvisioningRules read() {
        checkAllowed();
        return new ProvisioningRules(
                root.getConnector(),
                root.getObjectType(),
                root.getMetaverseType(),
                rules.scope(root.getScope(), rules.overIdentity()),
                enabled(Provision.class, Provision::isEnabled, this::provision),
                enabled(Rename.class, Rename::isEnabled, this::rename),
                enabled(Reprovision.class, Reprovision::isEnabled, this::reprovision),
                enabled(Deprovision.class, Deprovision::isEnabled, this::deprovision),
                whenIdentityEnds(),
                file.location(root));
    }

    private void checkAllowed() {
        rules.connector().filter(ConnectorDefinition::readOnly).ifPresent(connector -> file.problem(
                root, "connector", "The connector '" + connector.name() + "' is read-only, so it can have no accounts",
                "leave out this file, or mode=\"read-only\" in " + connector.location().file()));
        Allow allow = rules.connectedType().map(ConnectedObjectType::allow).orElse(Allow.ALL);
        if (!allow.add()) {
            Parts.all(root.getRules(), Provision.class).forEach(rule -> reportForbidden(rule, "add"));
        }
        if (!allow.add() || !allow.delete()) {
            Parts.all(root.getRules(), Reprovision.class).forEach(
                    rule -> reportForbidden(rule, allow.delete() ? "add" : "delete"));
        }
    }

    private void reportForbidden(Locatable rule, String operation) {
        file.problem(rule,
                "Objects of the type '" + root.getObjectType() + "' may not be "
                        + (operation.equals("add") ? "added" : "deleted"),
                "leave out " + file.tagName(rule) + ", or write " + operation + " in allow of the object type");
    }

    private <T, R> List<R> enabled(Class<T> kind, java.util.function.Predicate<T> isEnabled,
            java.util.function.Function<T, R> read) {
        return Parts.all(root.getRules(), kind).stream()
                .map(rule -> Optional.of(read.apply(rule)).filter(any -> isEnabled.test(rule)))
                .flatMap(Optional::stream)
                .toList();
    }

    private ProvisioningRules.Provision provision(Provision provision) {
        List<Unique> found = uniques.read(provision.getParts());
        Scope names = rules.overIdentity().withDecided(UniqueReader.names(found));
        return new ProvisioningRules.Provision(
                provision.getName(),
                rules.expressions().condition(provision.getWhen(), rules.overIdentity()),
                found,
                dn(provision.getParts(), names),
                Parts.all(provision.getParts(), org.syncline.dsl.xml.binding.Initial.class).stream()
                        .map(initial -> initial(initial, names))
                        .toList(),
                switch (provision.getIfDeleted()) {
                    case REPORT -> IfDeleted.REPORT;
                    case RECREATE -> IfDeleted.RECREATE;
                },
                file.location(provision));
    }

    private Expression dn(List<Object> parts, Scope names) {
        return Parts.only(file, parts, DnExpression.class).map(written -> dn(written, names)).orElse(null);
    }

    private Expression dn(DnExpression written, Scope names) {
        Expression dn = rules.expressions().text(written, names);
        if (dn != null && dn.type() != null && dn.type() != AttributeType.STRING) {
            file.problem(written, "A DN is a text, but this is " + Literal.what(dn.type()), null);
        }
        return dn;
    }

    private Initial initial(org.syncline.dsl.xml.binding.Initial initial, Scope names) {
        FlowValue source = FlowValue.of(initial, initial.getValue(), initial.getContent());
        Optional<AttributeDefinition> target = rules.connectedAttribute(initial, "to", initial.getTo());
        Expression when = rules.expressions().condition(source.when(), names);
        Optional<RandomPassword> password = source.content().first(RandomPassword.class);
        if (password.isPresent()) {
            return new Initial(initial.getTo(), null, length(source, password.get()), when, file.location(initial));
        }
        Expression value = source.compile(rules, names.whereKept(), target);
        ValueTypes.checkExported(file, initial, value, target);
        return new Initial(initial.getTo(), value, 0, when, file.location(initial));
    }

    private int length(FlowValue source, RandomPassword password) {
        source.isOne(file);
        if (password.getDeliver() != null) {
            file.unsupported(password.getDeliver(), "<deliver>");
        }
        return password.getLength();
    }

    private ProvisioningRules.Rename rename(Rename rename) {
        List<Unique> found = uniques.read(rename.getParts());
        Scope names = rules.overIdentity().withDecided(UniqueReader.names(found));
        return new ProvisioningRules.Rename(
                rename.getName(),
                rules.expressions().condition(rename.getWhen(), rules.overIdentity()),
                found,
                dn(rename.getParts(), names),
                outcomes.sets(Parts.all(rename.getParts(), org.syncline.dsl.xml.binding.Set.class), names),
                file.location(rename));
    }

    private ProvisioningRules.Reprovision reprovision(Reprovision reprovision) {
        return new ProvisioningRules.Reprovision(
                reprovision.getName() == null ? "reprovision" : reprovision.getName(),
                rules.expressions().condition(reprovision.getWhen(), rules.overIdentity()),
                file.location(reprovision));
    }

    private ProvisioningRules.Deprovision deprovision(Deprovision deprovision) {
        return new ProvisioningRules.Deprovision(
                deprovision.getName(),
                rules.expressions().condition(deprovision.getWhen(), rules.overIdentity()),
                outcomes.outcome(deprovision, deprovision.getParts()),
                file.location(deprovision));
    }

    private Outcome whenIdentityEnds() {
        return Parts.only(file, root.getRules(), WhenIdentityEnds.class)
                .map(ends -> outcomes.outcome(ends, ends.getParts()))
                .orElse(Outcome.DISCONNECT);
    }
}
