package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** A contributing object and its flows, ready to be evaluated. */
final class ImportSource {
    private final ConnectorSpaceObject object;
    private final List<AttributeFlows> flows;
    private final FlowEvaluation evaluation;

    ImportSource(Contributor contributor, Present present) {
        this.object = contributor.object();
        this.flows = contributor.flows();
        Attributes known = object.hologram().known();
        this.evaluation = new FlowEvaluation(known, Evaluation.at(present).source(known).anchor(object.anchor()));
    }

    ConnectorSpaceObject object() {
        return object;
    }

    FlowEvaluation evaluation() {
        return evaluation;
    }

    List<ImportCandidate> candidates() {
        List<ImportCandidate> candidates = new ArrayList<>();
        for (AttributeFlows rules : flows) {
            FlowProblem problem = null;
            boolean inScope = false;
            try {
                inScope = evaluation.meets(rules.scope());
            } catch (FlowProblem failure) {
                problem = failure;
            }
            for (ImportFlow flow : rules.imports()) {
                candidates.add(new ImportCandidate(this, flow, inScope, problem));
            }
        }
        return candidates;
    }

    /** Whether a flow of this name brings values to the attribute. */
    boolean hasFlow(String name, String attribute) {
        return flows.stream()
                .flatMap(rules -> rules.imports().stream())
                .anyMatch(flow -> flow.name().equals(name) && flow.to().equals(attribute));
    }

    /** Whether values of the metaverse attribute flow back to this object, so that what it reports may be an echo. */
    boolean receives(String metaverseAttribute) {
        return flows.stream()
                .flatMap(rules -> rules.exports().stream())
                .anyMatch(flow -> ExportedAttributes.readBy(flow).contains(metaverseAttribute));
    }
}
