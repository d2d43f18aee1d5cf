package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;

/** Collects what became of the flows of one pass; traces only if it is asked to. */
final class FlowReport {
    private final boolean tracing;
    private final List<FlowFailure> failures = new ArrayList<>();
    private final List<FlowTrace> trace = new ArrayList<>();

    FlowReport(boolean tracing) {
        this.tracing = tracing;
    }

    boolean isTracing() {
        return tracing;
    }

    void failed(long object, String rule, RuleLocation location, String attribute, FlowProblem problem) {
        failures.add(new FlowFailure(object, rule, location, problem.code(), problem.getMessage()));
        traced(object, rule, location, attribute, null, "failed");
    }

    void traced(long object, String rule, RuleLocation location, String attribute, Content content, String outcome) {
        if (tracing) {
            trace.add(new FlowTrace(object, rule, location, attribute, content, outcome, ImportFlow.ONLY));
        }
    }

    void traced(ImportCandidate candidate, Content content, String outcome) {
        ImportFlow flow = candidate.flow();
        if (tracing) {
            trace.add(new FlowTrace(candidate.object().id(), flow.name(), flow.location(), flow.to(), content, outcome,
                    flow.precedence()));
        }
    }

    void traced(ImportCandidate candidate, String outcome) {
        traced(candidate, Absence.NULL, outcome);
    }

    void failed(ImportCandidate candidate, FlowProblem problem) {
        ImportFlow flow = candidate.flow();
        failures.add(new FlowFailure(
                candidate.object().id(), flow.name(), flow.location(), problem.code(), problem.getMessage()));
        traced(candidate, null, "failed");
    }

    List<FlowFailure> failures() {
        return failures;
    }

    List<FlowTrace> trace() {
        return trace;
    }
}
