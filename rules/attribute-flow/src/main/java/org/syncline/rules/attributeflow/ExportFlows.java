package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.Attributes;

/** Computes what a system is to hold of an account. */
public final class ExportFlows {
    private ExportFlows() {}

    /**
     * All the account is to hold: what flows, over what it holds or will be created with.
     *
     * <p>The attributes are null for an account whose deletion was accepted. A flow whose question has no answer fails; the caller that
     * noted the question evaluates again.
     *
     * @param flows between the type of the account and that of the identity, in order
     */
    public static Wanted wanted(
            Outgoing outgoing,
            List<AttributeFlows> flows,
            OutgoingReferences references,
            PrecedenceGate gate,
            Answers answers,
            Present present,
            boolean trace) {
        if (outgoing.base() == null) {
            return new Wanted(null, List.of(), List.of(), null, List.of(), List.of());
        }
        FlowReport report = new FlowReport(trace);
        ExportEvaluation evaluation = new ExportEvaluation(outgoing, references, answers, present);
        Attributes.Builder wanted = outgoing.base().toBuilder();
        Outcome outcome = new Outcome();
        byTarget(outgoing, flows, evaluation, report).forEach((target, exports) -> {
            int index = outgoing.base().type().index(target);
            wanted.set(index, new AttributeExport(
                    outgoing, outgoing.base().type().attribute(index), evaluation, gate, report, outcome).run(exports));
        });
        return new Wanted(
                wanted.build(), outcome.owed(), outcome.retained(), outcome.empty(), report.failures(), report.trace());
    }

    private static Map<String, List<ExportFlow>> byTarget(
            Outgoing outgoing, List<AttributeFlows> flows, ExportEvaluation evaluation, FlowReport report) {
        Map<String, List<ExportFlow>> byTarget = new LinkedHashMap<>();
        for (AttributeFlows rules : flows) {
            if (isInScope(outgoing, rules, evaluation, report)) {
                for (ExportFlow flow : rules.exports()) {
                    byTarget.computeIfAbsent(flow.to(), to -> new ArrayList<>()).add(flow);
                }
            }
        }
        return byTarget;
    }

    private static boolean isInScope(
            Outgoing outgoing, AttributeFlows rules, ExportEvaluation evaluation, FlowReport report) {
        try {
            return evaluation.ofAccount().meets(rules.scope());
        } catch (FlowProblem problem) {
            report.failed(outgoing.account().id(), "scope", rules.location(), "", problem);
            return false;
        }
    }
}
