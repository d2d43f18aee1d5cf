package org.syncline.dsl.extension.groovy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.extension.groovy.ScriptDesk.ann;
import static org.syncline.dsl.extension.groovy.ScriptDesk.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.StepRemark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.TextValue;

/** The examples of SCRIPTS.md do what it says. */
class ScriptsReferenceTest {
    private static final Pattern EXAMPLE = Pattern.compile("```groovy\\n(// (rules/\\S+)\\n.*?)```", Pattern.DOTALL);
    private static final Present PRESENT = Present.at(ScriptDesk.NOW);

    private RuleExtension rules;

    @BeforeEach
    void compile() throws IOException {
        ScriptDesk desk = new ScriptDesk();
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("SCRIPTS.md")));
        while (examples.find()) {
            desk.withFile(examples.group(2), examples.group(1));
        }
        rules = desk.rules();
    }

    private ScriptRule rule(HookKind kind) {
        return ((GroovyExtension) rules).hooks().stream()
                .filter(rule -> rule.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void showEveryHook() {
        assertEquals(Set.of(HookKind.values()), ((GroovyExtension) rules).hooks().stream()
                .map(ScriptRule::kind).collect(Collectors.toSet()));
    }

    @Test
    void importFlow() {
        assertEquals(List.of("mailNickname=ann.lee@20 by nickname at 2", "skills=java+sql+leading@30 by nickname at 2"),
                told(rules.importFlows(List.of(ann())).getFirst()));
    }

    private static MetaverseObject person(String status) {
        MetaverseObject person = ScriptDesk.person(1, status);
        return person.with(person.attributes().with("mailNickname", new TextValue("ann,lee")), person.lineage());
    }

    private static ConnectorSpaceObject account() {
        return ConnectorSpaceObject.unseen(2, "directory", new Anchor("2"), ScriptDesk.ACCOUNT)
                .with(Hologram.unseen(ScriptDesk.ACCOUNT)
                        .stage(Attributes.builder(ScriptDesk.ACCOUNT).set("description", "clerk").build())
                        .synchronize());
    }

    @Test
    void exportFlow() {
        var flows = rules.exportFlows(List.of(new ExtensionFact.OfExport(person("active"), account(), PRESENT)))
                .getFirst().rules();
        assertEquals("description", flows.getFirst().to());
        assertEquals(new TextValue("P1, grade 0"), flows.getFirst().value().evaluate(null));
    }

    @Test
    void resolve() {
        var contributions = List.of(contribution("Ann", 1), contribution("Annabel", 2));
        assertEquals(List.of(contributions.get(1).flow()), rules.resolve(List.of(new ExtensionFact.OfElection(
                person("active"), "displayName", contributions, PRESENT))).getFirst().rules());
    }

    private static ExtensionFact.Contribution contribution(String text, int precedence) {
        Content content = new TextValue(text);
        return new ExtensionFact.Contribution(ann().object(), new ImportFlow(
                "flow " + precedence, null, KnownResult.of("test", content), "displayName", precedence, null,
                Merge.UPDATE,
                false, null), content);
    }

    private boolean holds(HookKind kind, Attributes attributes) {
        return new ScriptExpression(rule(kind)).holds(Evaluation.at(PRESENT).source(attributes));
    }

    @Test
    void filterJoinKeysAndProject() {
        Attributes attributes = ann().object().hologram().known();
        assertEquals(false, holds(HookKind.FILTER, attributes));
        assertEquals(true, holds(HookKind.PROJECT, attributes));
        assertEquals(new TextValue("ann.lee"),
                new ScriptExpression(rule(HookKind.JOIN_KEYS)).evaluate(Evaluation.at(PRESENT).source(attributes)));
    }

    @Test
    void resolveJoin() {
        MetaverseObject other = ScriptDesk.person(5, "x");
        MetaverseObject meant =
                other.with(other.attributes().with("displayName", new TextValue("Ann Lee")), other.lineage());
        assertEquals(List.of(5L), rules.resolveJoins(List.of(new ExtensionFact.OfJoin(
                ann().object(), null, List.of(ScriptDesk.person(4, "x"), meant), PRESENT))).getFirst().rules().stream()
                .map(JoinResolution::identity).toList());
    }

    private List<AccountRule> decided(String status, ConnectorSpaceObject account) {
        return rules.provisioning(List.of(new ExtensionFact.OfAccount(
                "directory", "inetOrgPerson", person(status), account, Set.of("hr"), PRESENT))).getFirst().rules();
    }

    @Test
    void provisionAndDeprovision() {
        Provision created = (Provision) decided("active", null).getFirst();
        assertEquals(new TextValue("uid=ann\\,lee,ou=People,dc=example,dc=com"), created.dn().evaluate(null));
        assertEquals("sn", created.initials().getFirst().to());

        Deprovision left = (Deprovision) decided("left", account()).getFirst();
        assertEquals("leavers", left.name());
        assertEquals(2, left.outcome().stages().size());
        assertEquals(new TextValue("left; was clerk"), ((Disable) left.outcome().stages().getFirst().action()).sets()
                .getFirst().value().evaluate(null));
    }

    @Test
    void identityEnds() {
        assertEquals(true, holds(HookKind.IDENTITY_ENDS, person("gone").attributes()));
        assertEquals(false, holds(HookKind.IDENTITY_ENDS, person("active").attributes()));
    }

    @Test
    void steps() {
        StepRemark refusal = rules.aboutStep(
                new ExtensionFact.OfStep("directory", "export", null, Map.of(), PRESENT)).getFirst();
        assertEquals(true, refusal.refuses());
        assertEquals("moving", refusal.rule());
        assertEquals(List.of("More than a hundred new people: is that right?"),
                rules.aboutStep(new ExtensionFact.OfStep(
                        "hr", "full-sync", "success", Map.of("disconnector-projected-flow", 101L), PRESENT)).stream()
                        .map(StepRemark::message).toList());
    }
}
