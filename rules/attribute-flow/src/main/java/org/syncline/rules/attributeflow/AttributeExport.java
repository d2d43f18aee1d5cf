package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.WhenEmpty;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Decides what one attribute of one account is to hold.
 *
 * <p>The flows are asked in order. The first that brings a value, clears or leaves decides; then every flow of masked bits changes
 * its bits.
 */
final class AttributeExport {
    private final Outgoing outgoing;
    private final AttributeDefinition target;
    private final ExportEvaluation evaluation;
    private final PrecedenceGate gate;
    private final FlowReport report;
    private final Outcome outcome;
    private final Content present;
    private Content wanted;
    private boolean decided;
    private boolean brought;
    private ExportFlow clearing;

    AttributeExport(
            Outgoing outgoing,
            AttributeDefinition target,
            ExportEvaluation evaluation,
            PrecedenceGate gate,
            FlowReport report,
            Outcome outcome) {
        this.outgoing = outgoing;
        this.target = target;
        this.evaluation = evaluation;
        this.gate = gate;
        this.report = report;
        this.outcome = outcome;
        this.present = outgoing.base().get(target.name());
        this.wanted = present;
    }

    Content run(List<ExportFlow> flows) {
        for (ExportFlow flow : flows) {
            if (flow.compare() != Compare.MASK && !decided) {
                apply(flow);
            }
        }
        if (!decided && clearing != null) {
            want(clearing, List.of());
        }
        flows.stream().filter(flow -> flow.compare() == Compare.MASK).forEach(this::apply);
        if (brought && !wanted.isPresent()) {
            flows.stream().map(ExportFlow::whenEmpty).filter(Objects::nonNull).findFirst().ifPresent(this::fill);
        }
        if (!brought && wanted instanceof ReferenceValue) {
            outcome.retains(target.name());
        }
        return wanted;
    }

    private void fill(WhenEmpty consequence) {
        switch (consequence) {
            case WhenEmpty.Placeholder placeholder -> wanted = ReferenceValue.toDn(placeholder.dn());
            case WhenEmpty.Delete delete -> outcome.isEmpty(delete);
            case WhenEmpty.KeepLast keep when present.isPresent() -> wanted = present.asList().getLast();
            case WhenEmpty.KeepLast keep -> outcome.isEmpty(keep);
        }
    }

    private void apply(ExportFlow flow) {
        try {
            if (!outgoing.isAdd() && flow.initialOnly()) {
                traced(flow, Absence.NULL, "initial-only");
            } else if (!outgoing.isAdd() && flow.compare() == Compare.NEVER && !isNew(flow)) {
                traced(flow, Absence.NULL, "unchanged");
            } else if (!evaluation.meets(flow)) {
                traced(flow, Absence.NULL, "condition-not-met");
            } else {
                flow(flow, evaluation.content(flow));
            }
        } catch (FlowProblem problem) {
            decided = true;
            report.failed(outgoing.account().id(), flow.name(), flow.location(), target.name(), problem);
        }
    }

    /** Whether our value changed in this pass, or before and was not sent yet: nothing else tells what a system never shows. */
    private boolean isNew(ExportFlow flow) {
        boolean changed = outgoing.before() != outgoing.identity()
                && !evaluation.fit(evaluation.content(flow), target).values()
                        .equals(evaluation.contentBefore(flow, target));
        return changed || outgoing.account().hologram().pendingExport().change(index()) != null;
    }

    private void flow(ExportFlow flow, Content content) {
        if (content == Absence.NULL) {
            boolean clears = flow.allowNull() || flow.whenEmpty() != null;
            clearing = clears && clearing == null ? flow : clearing;
            traced(flow, content, clears ? "nothing" : "null-not-allowed");
            return;
        }
        decided = true;
        if (content == Absence.IGNORE_THIS_FLOW) {
            traced(flow, content, "ignored");
        } else if (!flow.initialOnly()
                && gate.blocks(outgoing.identity(), flow, outgoing.account(), outgoing.accounts())) {
            traced(flow, content, "blocked-by-precedence");
        } else {
            bring(flow, content);
        }
    }

    private void bring(ExportFlow flow, Content content) {
        OutgoingReferences.Led led = evaluation.led(flow);
        if (led != null) {
            outcome.owes(target.name(), led.owed());
            want(flow, led.content());
            return;
        }
        ExportEvaluation.Fitted fitted = evaluation.fit(content, target);
        outcome.owes(target.name(), fitted.owed());
        if (!outgoing.isAdd() && evaluation.isNaming(target.name())) {
            checkName(flow, Content.of(fitted.values()));
        } else if (flow.compare() == Compare.MASK) {
            want(flow, mask(flow, fitted.values()));
        } else if (isOwedOnly(fitted, content) && !target.multiValued() && !flow.allowNull()) {
            traced(flow, content, "unchanged");
        } else {
            want(flow, Comparing.spelledAsPresent(fitted.values(), present.asList(), flow.compare()));
        }
    }

    /** A single reference that is owed is like a source without a value: the account keeps what it has until it can be set. */
    private static boolean isOwedOnly(ExportEvaluation.Fitted fitted, Content content) {
        return fitted.values().isEmpty() && content.isPresent();
    }

    private void checkName(ExportFlow flow, Content flowing) {
        if (!NamingAttribute.agrees(target.name(), flowing, present, outgoing.dn())) {
            throw new FlowProblem("naming-attribute-needs-rename", "'" + target.name() + "' is part of the name of '"
                    + outgoing.account().dn()
                    + "' and a flow cannot change it. Write a <rename> in the provisioning rules.");
        }
        traced(flow, flowing, "unchanged");
    }

    private List<Value> mask(ExportFlow flow, List<Value> values) {
        long bits = values.isEmpty() ? 0 : number(values.getFirst());
        long there = wanted.isPresent() ? number(wanted.asList().getFirst()) : 0;
        return List.of(new IntegerValue(there & ~flow.mask() | bits & flow.mask()));
    }

    private long number(Value value) {
        if (value instanceof IntegerValue integer) {
            return integer.number();
        }
        throw new FlowProblem("type-mismatch",
                "'" + target.name() + "' holds no integer, so no bits of it can be compared.");
    }

    private void want(ExportFlow flow, List<Value> values) {
        want(flow, Content.of(flow.ownValuesOnly() && target.multiValued() ? besideOthers(flow, values) : values));
    }

    private void want(ExportFlow flow, Content content) {
        brought = true;
        wanted = content.equals(wanted) ? wanted : content;
        traced(flow, wanted, content.equals(present) ? "unchanged" : "flowed");
    }

    /**
     * The values that are there, less those we brought and bring no more, plus those we bring.
     *
     * <p>Nothing records whose a value in a system is. Ours is what flowed from the identity before this pass, and what is already to
     * be removed: a loss is noticed in the pass it happens in, and stays pending until it is exported.
     */
    private List<Value> besideOthers(ExportFlow flow, List<Value> values) {
        Set<Value> ours = new HashSet<>(
                Comparing.spelledAsPresent(evaluation.contentBefore(flow, target), present.asList(), flow.compare()));
        Delta.AttributeChange pending = outgoing.account().hologram().pendingExport().change(index());
        ours.addAll(pending == null ? List.of() : pending.removed());
        if (flow.whenEmpty() instanceof WhenEmpty.Placeholder placeholder) {
            ours.add(ReferenceValue.toDn(placeholder.dn()));
        }
        Set<Value> beside = new LinkedHashSet<>(present.asList());
        beside.removeAll(ours);
        if (flow.compare() == Compare.PROXY_ADDRESS) {
            beside = ProxyAddresses.beside(beside, values);
        }
        beside.addAll(values);
        return new ArrayList<>(beside);
    }

    private int index() {
        return outgoing.account().type().index(target.name());
    }

    private void traced(ExportFlow flow, Content content, String outcome) {
        report.traced(outgoing.account().id(), flow.name(), flow.location(), target.name(), content, outcome);
    }
}
