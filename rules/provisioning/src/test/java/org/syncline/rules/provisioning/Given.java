package org.syncline.rules.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.expression.Question;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Candidate;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Enable;
import org.syncline.dsl.ruleset.ProvisioningRules.IfDeleted;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Place;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Rename;
import org.syncline.dsl.ruleset.ProvisioningRules.Reprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** People, accounts in a directory, and provisioning rules for tests. */
final class Given {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final RuleLocation HERE = new RuleLocation("rules/provisioning/directory.xml", 3, 5);
    static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account",
            AttributeDefinition.single("uid", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.single("locked", AttributeType.STRING),
            AttributeDefinition.single("control", AttributeType.INTEGER),
            AttributeDefinition.multi("proxies", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.single("password", AttributeType.STRING));
    static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("givenName", AttributeType.STRING),
            AttributeDefinition.single("sn", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.single("department", AttributeType.STRING),
            AttributeDefinition.multi("proxies", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE));
    static final Expression UID_DN = expression("\"uid=\" & EscapeDNComponent({uid}) & \",ou=People\"");

    private Given() {}

    static Attributes values(ObjectType type, String... namesAndValues) {
        Attributes.Builder builder = Attributes.builder(type);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            AttributeType of = type.attribute(type.index(namesAndValues[at])).type();
            builder.set(namesAndValues[at], Content.of(Arrays.stream(namesAndValues[at + 1].split(";"))
                    .map(text -> Conversion.to(of, new TextValue(text)))
                    .toList()));
        }
        return builder.build();
    }

    static MetaverseObject person(String... namesAndValues) {
        MetaverseObject projected = MetaverseObject.projected(70, PERSON);
        return projected.with(values(PERSON, namesAndValues), projected.lineage());
    }

    static ConnectorSpaceObject object(long id, String connector, Origin origin) {
        return ConnectorSpaceObject.unseen(id, connector, new Anchor("a" + id), ACCOUNT)
                .with(Hologram.unseen(ACCOUNT).stage(Attributes.empty(ACCOUNT)).synchronize())
                .with(Link.joined(70, origin));
    }

    static ConnectorSpaceObject account(String... namesAndValues) {
        return object(2, "directory", Origin.PROVISIONING)
                .with(Hologram.unseen(ACCOUNT).stage(values(ACCOUNT, namesAndValues)).synchronize());
    }

    static ConnectorSpaceObject draft(String... namesAndValues) {
        return object(2, "directory", Origin.PROVISIONING)
                .with(Hologram.unseen(ACCOUNT))
                .withDraft(values(ACCOUNT, namesAndValues));
    }

    static ConnectorSpaceObject leaving(ConnectorSpaceObject account, String rule, Duration ago) {
        return account.with(new Leaving(rule, NOW.minus(ago)));
    }

    static IdentityState state(MetaverseObject identity, ConnectorSpaceObject... accounts) {
        return new IdentityState(identity, List.of(accounts), Set.of(), Present.at(NOW), Answers.NONE);
    }

    static IdentityState answering(IdentityState state, Answers answers) {
        return new IdentityState(state.identity(), state.accounts(), state.changed(), state.present(), answers);
    }

    /** Answers every question: only these values are in use. */
    static Answers inUse(String... values) {
        return question -> BooleanValue.of(
                question instanceof Question.InUse inUse && List.of(values).contains(inUse.value()));
    }

    static Expression expression(String text) {
        try {
            return ExpressionCompiler.compile(
                    text, Scope.of(PERSON, Map.of()).withTarget(ACCOUNT).withDecided(Set.of("uid", "mail", "dn")));
        } catch (ExpressionException mistake) {
            throw new AssertionError(mistake.getMessage(), mistake);
        }
    }

    static ProvisioningRules rules(Object... parts) {
        return scoped(null, parts);
    }

    static ProvisioningRules scoped(String scope, Object... parts) {
        Map<Class<?>, List<Object>> byClass = new HashMap<>();
        List.of(Provision.class, Rename.class, Reprovision.class, Deprovision.class, Outcome.class)
                .forEach(type -> byClass.put(type,
                        Arrays.stream(parts).filter(type::isInstance).toList()));
        return new ProvisioningRules(
                "directory", "account", "person", scope == null ? null : expression(scope),
                byClass.get(Provision.class).stream().map(Provision.class::cast).toList(),
                byClass.get(Rename.class).stream().map(Rename.class::cast).toList(),
                byClass.get(Reprovision.class).stream().map(Reprovision.class::cast).toList(),
                byClass.get(Deprovision.class).stream().map(Deprovision.class::cast).toList(),
                (Outcome) byClass.get(Outcome.class).stream().findFirst().orElse(Outcome.DISCONNECT), HERE);
    }

    static Provision provision(String name, String when, Expression dn, Object... uniquesAndInitials) {
        return new Provision(
                name, when == null ? null : expression(when),
                Arrays.stream(uniquesAndInitials).filter(Unique.class::isInstance).map(Unique.class::cast).toList(), dn,
                Arrays.stream(uniquesAndInitials).filter(Initial.class::isInstance).map(Initial.class::cast).toList(),
                IfDeleted.REPORT, HERE);
    }

    static Rename rename(String name, String when, Expression dn, Object... uniquesAndSets) {
        return new Rename(
                name, when == null ? null : expression(when),
                Arrays.stream(uniquesAndSets).filter(Unique.class::isInstance).map(Unique.class::cast).toList(), dn,
                Arrays.stream(uniquesAndSets)
                        .filter(ProvisioningRules.Set.class::isInstance)
                        .map(ProvisioningRules.Set.class::cast)
                        .toList(),
                HERE);
    }

    static Deprovision deprovision(String name, String when, Outcome outcome, ProvisioningRules.Set... enable) {
        return deprovision(name, when, outcome, new Enable(List.of(enable), null, HERE));
    }

    static Deprovision deprovision(String name, String when, Outcome outcome, Enable enable) {
        return new Deprovision(name, expression(when), new Outcome(outcome.stages(), enable), HERE);
    }

    static Reprovision reprovision(String name, String when) {
        return new Reprovision(name, expression(when), HERE);
    }

    static Setting setting(String attribute, Content content) {
        return new Setting(attribute, content, Merge.UPDATE, HERE);
    }

    static Outcome outcome(Stage... stages) {
        return new Outcome(List.of(stages));
    }

    static Stage stage(String after, Action action) {
        return new Stage(Duration.parse(after), action);
    }

    static Disable disable(String moveTo, ProvisioningRules.Set... sets) {
        return new Disable(List.of(sets), moveTo == null ? null : expression(moveTo));
    }

    static ProvisioningRules.Set set(String to, String value) {
        return set(to, value, null, Merge.UPDATE);
    }

    static ProvisioningRules.Set set(String to, String value, String when, Merge merge) {
        return new ProvisioningRules.Set(to, expression(value), when == null ? null : expression(when), merge, HERE);
    }

    static Initial initial(String to, String value) {
        return new Initial(to, expression(value), 0, null, HERE);
    }

    static Unique unique(String to, Candidate... candidates) {
        return new Unique(to, List.of(candidates), List.of(), HERE);
    }

    static Unique across(Unique unique, Place... places) {
        return new Unique(unique.to(), unique.candidates(), List.of(places), HERE);
    }

    static Candidate candidate(String text) {
        return new Candidate(expression(text), false);
    }

    static Candidate numbered(String text) {
        return new Candidate(expression(text), true);
    }
}
