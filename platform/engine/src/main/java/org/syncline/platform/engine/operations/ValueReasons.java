package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** Explains a value of an identity: who brought it when by which rule, who else wanted to, and why they lost. */
final class ValueReasons {
    private final Reasons reasons;
    private final MetaverseObject identity;
    private final List<ConnectorSpaceObject> accounts;

    ValueReasons(Reasons reasons, MetaverseObject identity) {
        this.reasons = reasons;
        this.identity = identity;
        this.accounts = reasons.accounts(identity);
    }

    Explanation explain(String attribute) {
        Preview preview = reasons.preview(identity);
        List<Statement> topics = new ArrayList<>();
        topics.add(new Statement(attribute, values(attribute)));
        topics.add(new Statement("contributions, the best rank first", contributions(attribute, preview)));
        next(attribute, preview, topics);
        return new Explanation("identity #" + identity.id() + " (" + identity.type().name() + ")", topics);
    }

    private List<Statement> values(String attribute) {
        int index = identity.type().index(attribute);
        AttributeDefinition definition = identity.type().attribute(index);
        List<Statement> statements = new ArrayList<>();
        List<Value> values = identity.attributes().get(index).asList();
        for (int value = 0; value < values.size(); value++) {
            List<Lineage> lineage = identity.lineage().get(index);
            statements.add(new Statement(
                    Reasons.text(values.get(value), definition),
                    value < lineage.size() ? origin(lineage.get(value), attribute) : List.of()));
        }
        return statements.isEmpty() ? List.of(Statement.of("has no value")) : statements;
    }

    private List<Statement> origin(Lineage lineage, String attribute) {
        String contributor = lineage.contributor() == 0 ? "it was derived" : reasons.title(lineage.contributor());
        return List.of(
                Statement.of("from " + contributor),
                Statement.of("by '" + lineage.rule() + "' (" + location(lineage.rule(), attribute) + ")"),
                Statement.of(
                        "last changed " + Reasons.time(lineage.changed()) + " by version " + lineage.rulesetVersion()
                                + " of the rules in " + reasons.run(lineage.changed())));
    }

    private String location(String rule, String attribute) {
        Stream<RuleLocation> written = flowsInto(attribute).stream()
                .filter(flow -> flow.name().equals(rule))
                .map(ImportFlow::location);
        Stream<RuleLocation> programs = reasons.rules().ruleset().extension().rules(Hook.IMPORT_FLOW)
                .filter(program -> program.name().equals(rule) && program.mayFill(attribute))
                .map(ExtensionRule::location);
        return Stream.concat(written, programs)
                .map(RuleLocation::toString)
                .findFirst()
                .orElse("a rule that is there no more");
    }

    private List<ImportFlow> flowsInto(String attribute) {
        return reasons.rules().ruleset().attributeFlows().stream()
                .filter(flows -> flows.metaverseType().equals(identity.type().name()))
                .flatMap(flows -> flows.imports().stream())
                .filter(flow -> flow.to().equals(attribute))
                .toList();
    }

    private List<Statement> contributions(String attribute, Preview preview) {
        List<Statement> statements = new ArrayList<>();
        for (Trace.Flow flow : preview.flows()) {
            if (flow.phase().equals("import flow") && flow.flow().attribute().equals(attribute)) {
                statements.add(contribution(flow));
            }
        }
        statements.addAll(absent(attribute));
        return statements.isEmpty() ? List.of(Statement.of("No rule contributes to it.")) : statements;
    }

    private Statement contribution(Trace.Flow traced) {
        FlowTrace flow = traced.flow();
        ImportFlow rule = flow(flow);
        String rank = flow.precedence() == ImportFlow.ONLY || flow.precedence() == Integer.MIN_VALUE
                ? ""
                : ", rank " + flow.precedence();
        return new Statement(
                reasons.title(flow.object()) + " by '" + flow.rule() + "' (" + flow.location() + ")" + rank + ": "
                        + FlowOutcome.text(flow.outcome(), traced.values()),
                isOfCondition(flow) && rule != null ? condition(flow, rule) : List.of());
    }

    private static boolean isOfCondition(FlowTrace flow) {
        return flow.outcome().equals("condition-not-met");
    }

    private List<Statement> condition(FlowTrace flow, ImportFlow rule) {
        ConnectorSpaceObject account = account(flow.object());
        ConditionReasons conditions = ConditionReasons.of(
                account.hologram().known(), Evaluation.at(reasons.present()).anchor(account.anchor()));
        List<Statement> statements = new ArrayList<>(conditions.of(rule.when()));
        reasons.flows(account, identity).stream()
                .filter(flows -> flows.imports().contains(rule))
                .map(AttributeFlows::scope)
                .filter(Objects::nonNull)
                .forEach(scope -> statements.addAll(conditions.of(scope)));
        return statements;
    }

    private ConnectorSpaceObject account(long id) {
        return accounts.stream().filter(one -> one.id() == id).findFirst().orElse(null);
    }

    private ImportFlow flow(FlowTrace trace) {
        ConnectorSpaceObject account = account(trace.object());
        return account == null
                ? null
                : reasons.flows(account, identity).stream()
                        .flatMap(flows -> flows.imports().stream())
                        .filter(flow -> flow.name().equals(trace.rule()) && flow.to().equals(trace.attribute()))
                        .findFirst()
                        .orElse(null);
    }

    /** The flows of systems in which the identity has no object. */
    private List<Statement> absent(String attribute) {
        List<Statement> statements = new ArrayList<>();
        for (AttributeFlows flows : reasons.rules().ruleset().attributeFlows()) {
            boolean present = accounts.stream()
                    .anyMatch(account -> account.connector().equals(flows.connector())
                            && account.type().name().equals(flows.objectType()));
            if (!present && flows.metaverseType().equals(identity.type().name())) {
                flows.imports().stream()
                        .filter(flow -> flow.to().equals(attribute))
                        .forEach(flow -> statements.add(Statement.of(flows.connector() + " by '" + flow.name() + "' ("
                                + flow.location() + "): no object of '" + flows.connector() + "' is joined")));
            }
        }
        return statements;
    }

    /** What the next synchronization would make of it. */
    private void next(String attribute, Preview preview, List<Statement> topics) {
        for (MetaverseChange change : preview.identities()) {
            if (change.id() == identity.id() && change.after() != null && change.after().type().has(attribute)) {
                Content after = change.after().attributes().get(attribute);
                if (!after.equals(identity.attributes().get(attribute))) {
                    AttributeDefinition definition =
                            change.after().type().attribute(change.after().type().index(attribute));
                    topics.add(Statement.of("the next synchronization", "makes it "
                            + Preview.readable(Reasons.text(after, definition))));
                }
            }
        }
    }
}
