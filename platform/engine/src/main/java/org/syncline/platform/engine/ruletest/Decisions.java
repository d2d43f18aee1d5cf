package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.synchronization.Trace;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;

/** Which rule decided what, in the steps of one test so far. */
final class Decisions {
    private static final int MOST_REASONS = 5;
    private static final Set<String> STANDING = Set.of("won", "merged", "flowed", "unchanged");
    private static final Set<String> CLEARING = Set.of("cleared", "flowed");

    private final List<Trace> traces = new ArrayList<>();

    /** The trace of the next step. */
    Trace next() {
        traces.add(Trace.on());
        return traces.getLast();
    }

    /** Where the rules stand that decided anything. */
    Set<RuleLocation> exercised() {
        Set<RuleLocation> exercised = new HashSet<>();
        for (Trace trace : traces) {
            trace.acts().forEach(act -> exercised.add(act.location()));
            trace.flows().stream()
                    .map(Trace.Flow::flow)
                    .filter(Decisions::stands)
                    .forEach(flow -> exercised.add(flow.location()));
        }
        return exercised;
    }

    private static boolean stands(FlowTrace flow) {
        boolean hasValue = flow.content() != null && flow.content().isPresent();
        return hasValue && STANDING.contains(flow.outcome()) || CLEARING.contains(flow.outcome());
    }

    /** The rule that brought a value of an identity, with its place; null if none is known. */
    String ruleOf(String attribute, Lineage lineage) {
        return lastFlow("import flow", flow -> flow.attribute().equals(attribute)
                && flow.rule().equals(lineage.rule())
                && (lineage.contributor() == 0 || flow.object() == lineage.contributor()));
    }

    /** The rule that decided what an account holds, with its place; null if none is known. */
    String ruleOf(long account, String attribute, Content held) {
        String flow = lastFlow("export flow", found -> found.object() == account
                && found.attribute().equals(attribute)
                && found.content() != null
                && found.content().isPresent()
                && held.asList().containsAll(found.content().asList()));
        return flow != null ? flow : lastAct(account);
    }

    private String lastFlow(String phase, Predicate<FlowTrace> which) {
        return traces.reversed().stream()
                .flatMap(trace -> trace.flows().reversed().stream())
                .filter(flow -> flow.phase().equals(phase))
                .map(Trace.Flow::flow)
                .filter(which)
                .findFirst()
                .map(flow -> named(flow.rule(), flow.location()))
                .orElse(null);
    }

    private String lastAct(long account) {
        return traces.reversed().stream()
                .flatMap(trace -> trace.acts().reversed().stream())
                .filter(act -> act.subject() == account && act.phase().equals("provisioning"))
                .findFirst()
                .map(act -> named(act.rule(), act.location()))
                .orElse(null);
    }

    private static String named(String rule, RuleLocation location) {
        return "'" + rule + "' (" + location + ")";
    }

    /** What the engine said in the last step about what might explain something. */
    List<String> reasons(Predicate<Trace.Line> which) {
        return traces.getLast().lines().stream()
                .filter(which)
                .map(line -> line.subject() + ": " + line.text())
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }
}
