package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** Derives values of an identity from those that were elected. */
public final class Derivations {
    private final MetaverseObject elected;
    private final long reportedFor;
    private final FlowEvaluation evaluation;
    private final FlowReport report;

    private Derivations(MetaverseObject elected, long reportedFor, FlowEvaluation evaluation, FlowReport report) {
        this.elected = elected;
        this.reportedFor = reportedFor;
        this.evaluation = evaluation;
        this.report = report;
    }

    /**
     * The identity with its derived values; what a rule derived that is gone goes with it. A value whose question has no answer stays
     * as it was; the caller that noted the question derives again.
     *
     * @param rules of the type of the identity, in order
     * @param connections where it has objects
     * @param reportedFor the object that failures are reported for
     */
    public static Election derive(
            MetaverseObject elected,
            List<Derivation> rules,
            Set<Connection> connections,
            long reportedFor,
            Answers answers,
            long rulesetVersion,
            Present present,
            boolean trace) {
        FlowReport report = new FlowReport(trace);
        Attributes attributes = elected.attributes();
        Evaluation evaluation = new Evaluation(present, answers)
                .source(attributes)
                .identity(elected.id())
                .connectedTo(connections);
        Derivations derivations = new Derivations(
                elected, reportedFor, new FlowEvaluation(attributes, evaluation), report);
        return new Election(
                derivations.run(byTarget(rules), rulesetVersion, present), report.failures(), report.trace());
    }

    private static Map<String, List<Derivation>> byTarget(List<Derivation> rules) {
        Map<String, List<Derivation>> byTarget = new LinkedHashMap<>();
        rules.forEach(rule -> byTarget.computeIfAbsent(rule.to(), unused -> new ArrayList<>()).add(rule));
        return byTarget;
    }

    private MetaverseObject run(Map<String, List<Derivation>> rules, long rulesetVersion, Present present) {
        MetaverseObject derived = elected;
        for (int index = 0; index < elected.type().size(); index++) {
            List<Derivation> own = rules.getOrDefault(elected.type().attribute(index).name(), List.of());
            if (!own.isEmpty() || isDerived(elected.origin(index))) {
                Claims claims = claims(own, index);
                Elected values = claims == null
                        ? null
                        : Elected.of(new Past(elected, index, Set.of()), claims, rulesetVersion, present.now());
                derived = values == null ? derived : with(derived, index, values);
            }
        }
        return derived;
    }

    private static boolean isDerived(Lineage.Origin origin) {
        return origin != null && origin.contributor() == 0 && origin.rule().startsWith(Derivation.PREFIX);
    }

    private static MetaverseObject with(MetaverseObject identity, int index, Elected values) {
        List<List<Lineage>> lineage = new ArrayList<>(identity.lineage());
        lineage.set(index, values.lineage());
        return identity.with(identity.attributes().toBuilder().set(index, values.content()).build(), lineage);
    }

    /** The values of the first rule that has any; null to leave the attribute as it is. */
    private Claims claims(List<Derivation> rules, int index) {
        Claims claims = new Claims(false);
        for (Derivation rule : rules) {
            try {
                Content content = evaluation.meets(rule.when())
                        ? evaluation.content(null, rule.value())
                        : Absence.NULL;
                if (content == Absence.IGNORE_THIS_FLOW) {
                    return null;
                }
                claim(rule, content, index, claims);
                if (content != Absence.NULL) {
                    return claims;
                }
            } catch (FlowProblem problem) {
                report.failed(reportedFor, rule.name(), rule.location(), rule.to(), problem);
                return null;
            }
        }
        return claims;
    }

    private void claim(Derivation rule, Content content, int index, Claims claims) {
        List<Value> values = Fitting.fit(content.asList(), elected.type().attribute(index));
        values.forEach(value -> claims.add(value, 0, rule.name()));
        report.traced(reportedFor, rule.name(), rule.location(), rule.to(), content,
                content == Absence.NULL ? "nothing" : "won");
    }
}
