package org.syncline.platform.engine.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.synchronization.Preview;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Explains a value of an object of a connector: what the system has, which flows want what of it, and where it flows to. */
final class ExportedValueReasons {
    private final Reasons reasons;
    private final ConnectorSpaceObject object;

    ExportedValueReasons(Reasons reasons, ConnectorSpaceObject object) {
        this.reasons = reasons;
        this.object = object;
    }

    Explanation explain(String attribute) {
        List<Statement> topics = new ArrayList<>();
        topics.add(new Statement(attribute, views(attribute)));
        Optional<MetaverseObject> identity = reasons.identity(object.link().identity());
        if (identity.isEmpty()) {
            topics.add(Statement.of("flows",
                    "It is " + Joiner.state(object.link()) + ", so nothing flows to or from it."));
        } else {
            Preview preview = reasons.preview(identity.get());
            topics.add(new Statement("export flows", exports(attribute, identity.get(), preview)));
            topics.add(new Statement("import flows", imports(attribute, identity.get(), preview)));
        }
        contradictions(attribute, topics);
        topics.add(new Statement("export", new ExportReasons(reasons, object).explain()));
        return new Explanation(
                Reasons.title(object) + " (" + object.type().name() + " #" + object.id() + ")", topics);
    }

    private List<Statement> views(String attribute) {
        List<Statement> statements = new ArrayList<>();
        view("synchronized", object.hologram().known(), attribute, statements);
        if (!object.hologram().pendingImport().isNone()) {
            view("reported since, not synchronized yet", object.hologram().imported(), attribute, statements);
        }
        if (!object.hologram().unconfirmedExport().isNone()) {
            view("accepted, not confirmed yet", object.hologram().exported(), attribute, statements);
        }
        Attributes wanted = object.isDraft() ? object.draft() : object.hologram().wanted();
        if (object.isDraft() || !object.hologram().pendingExport().isNone()) {
            view("to be sent", wanted, attribute, statements);
        }
        return statements;
    }

    private void view(String name, Attributes image, String attribute, List<Statement> statements) {
        AttributeDefinition definition = object.type().attribute(object.type().index(attribute));
        statements.add(Statement.of(
                name + ": " + (image == null ? "(no object)" : Reasons.text(image.get(attribute), definition))));
    }

    private List<Statement> exports(String attribute, MetaverseObject identity, Preview preview) {
        List<Statement> statements = new ArrayList<>();
        for (Trace.Flow traced : preview.flows()) {
            FlowTrace flow = traced.flow();
            if (traced.phase().equals("export flow") && flow.object() == object.id()
                    && flow.attribute().equals(attribute)) {
                statements.add(new Statement(
                        "'" + flow.rule() + "' (" + flow.location() + "): "
                                + FlowOutcome.text(flow.outcome(), traced.values()),
                        flow.outcome().equals("condition-not-met") ? condition(flow, identity) : List.of()));
            }
        }
        return statements.isEmpty() ? List.of(Statement.of("No rule writes it.")) : statements;
    }

    private List<Statement> condition(FlowTrace trace, MetaverseObject identity) {
        ConditionReasons conditions = ConditionReasons.of(
                identity.attributes(),
                Evaluation.at(reasons.present()).target(object.hologram().exported()).identity(identity.id()));
        return reasons.flows(object, identity).stream()
                .flatMap(flows -> flows.exports().stream())
                .filter(flow -> flow.name().equals(trace.rule()) && flow.to().equals(trace.attribute()))
                .map(ExportFlow::when)
                .findFirst()
                .map(conditions::of)
                .orElse(List.of());
    }

    private List<Statement> imports(String attribute, MetaverseObject identity, Preview preview) {
        List<Statement> statements = new ArrayList<>();
        for (var flows : reasons.flows(object, identity)) {
            flows.imports().stream()
                    .filter(flow -> attribute.equals(flow.from()) || flow.value().reads().contains(attribute))
                    .forEach(flow -> preview.flows().stream()
                            .filter(traced -> traced.phase().equals("import flow"))
                            .filter(traced -> traced.flow().object() == object.id()
                                    && traced.flow().rule().equals(flow.name())
                                    && traced.flow().attribute().equals(flow.to()))
                            .forEach(traced -> statements.add(Statement.of("to " + flow.to() + " by '" + flow.name()
                                    + "' (" + flow.location() + "): "
                                    + FlowOutcome.text(traced.flow().outcome(), traced.values())))));
        }
        return statements.isEmpty() ? List.of(Statement.of("It flows nowhere.")) : statements;
    }

    /** Values that the system accepted and reports otherwise. */
    private void contradictions(String attribute, List<Statement> topics) {
        reasons.store().exportHistory().contradictions(object.connector()).stream()
                .filter(one -> one.object() == object.id() && one.attribute().equals(attribute))
                .forEach(one -> topics.add(Statement.of(
                        "the system accepted it and reports something else",
                        one.times() + " times, first " + one.firstSeen()
                                + "; it is sent again until it is held, then a person, a new value or a new report is needed")));
    }
}
