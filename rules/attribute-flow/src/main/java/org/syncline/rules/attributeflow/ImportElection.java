package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;

/** Elects the values of an identity among the contributions of the objects linked to it. */
public final class ImportElection {
    private final MetaverseObject before;
    private final List<AttributeFlows> rules;
    private final IncomingReferences references;
    private final Arbiter arbiter;
    private final FlowReport report;
    private final Set<Long> standing = new HashSet<>();
    private final Map<String, List<ImportCandidate>> candidates = new HashMap<>();

    private ImportElection(
            MetaverseObject before, List<AttributeFlows> rules, IncomingReferences references, Arbiter arbiter,
            FlowReport report) {
        this.arbiter = arbiter;
        this.before = before;
        this.rules = rules;
        this.references = references;
        this.report = report;
    }

    /** As below, with no other flows than those of the contributors. */
    public static Election elect(
            MetaverseObject before,
            List<Contributor> contributors,
            IncomingReferences references,
            long rulesetVersion,
            Present present,
            boolean trace) {
        List<AttributeFlows> rules =
                contributors.stream().flatMap(contributor -> contributor.flows().stream()).distinct().toList();
        return elect(before, contributors, rules, references, Arbiter.NONE, rulesetVersion, present, trace);
    }

    /**
     * The identity with the values of the best-ranked contributors.
     *
     * <p>What an object brought that is no longer among the contributors is recalled, unless its flow keeps it when it is gone or
     * the identity is ending. A flow that fails brings nothing new, and what it brought before stays.
     *
     * @param rules all flows into the type of the identity: they say what outlives its contributor
     */
    public static Election elect(
            MetaverseObject before,
            List<Contributor> contributors,
            List<AttributeFlows> rules,
            IncomingReferences references,
            Arbiter arbiter,
            long rulesetVersion,
            Present present,
            boolean trace) {
        FlowReport report = new FlowReport(trace);
        ImportElection election = new ImportElection(before, rules, references, arbiter, report);
        election.nominate(contributors, present);
        return new Election(election.run(rulesetVersion, present), report.failures(), report.trace());
    }

    /** The flows of which an election need not look at more than what changed, if {@link IncomingReferences#changed} tells it. */
    public static List<StepwiseFlow> stepwise(
            MetaverseObject before, List<Contributor> contributors, Present present) {
        ImportElection election = new ImportElection(before, List.of(), null, Arbiter.NONE, new FlowReport(false));
        election.nominate(contributors, present);
        List<StepwiseFlow> flows = new ArrayList<>();
        for (int index = 0; index < before.type().size(); index++) {
            String attribute = before.type().attribute(index).name();
            StepwiseElection stepwise =
                    StepwiseElection.of(before, index, election.candidates.getOrDefault(attribute, List.of()));
            ImportCandidate flow = stepwise == null ? null : stepwise.flow();
            if (flow != null) {
                flows.add(new StepwiseFlow(flow.object().id(), flow.flow().from(), index));
            }
        }
        return flows;
    }

    private void nominate(List<Contributor> contributors, Present present) {
        for (Contributor contributor : contributors) {
            if (contributor.object().hologram().known() != null) {
                standing.add(contributor.object().id());
                for (ImportCandidate candidate : new ImportSource(contributor, present).candidates()) {
                    candidates.computeIfAbsent(candidate.flow().to(), to -> new ArrayList<>()).add(candidate);
                }
            }
        }
        candidates.values().stream().filter(list -> list.size() > 1)
                .forEach(list -> list.sort(ImportCandidate.BY_RANK));
    }

    private MetaverseObject run(long rulesetVersion, Present present) {
        Attributes.Builder values = null;
        List<List<Lineage>> lineage = null;
        for (int attribute = 0; attribute < before.type().size(); attribute++) {
            Elected elected = elect(attribute, rulesetVersion, present);
            if (elected != null) {
                values = values == null ? before.attributes().toBuilder() : values;
                lineage = lineage == null ? new ArrayList<>(before.lineage()) : lineage;
                values.set(attribute, elected.content());
                lineage.set(attribute, elected.lineage());
            }
        }
        return values == null ? before : before.with(values.build(), lineage);
    }

    private Elected elect(int index, long rulesetVersion, Present present) {
        AttributeDefinition attribute = before.type().attribute(index);
        List<ImportCandidate> ranked = candidates.getOrDefault(attribute.name(), List.of());
        StepwiseElection stepwise = report.isTracing() ? null : StepwiseElection.of(before, index, ranked);
        if (stepwise != null && stepwise.isLeftAlone()) {
            return null;
        }
        IncomingReferences.Changed changed = stepwise == null ? null : stepwise.changed(references);
        if (changed != null) {
            return stepwise.elected(changed, rulesetVersion, present.now());
        }
        Past past = new Past(before, index, standing);
        if (past.isEmpty() && ranked.isEmpty()) {
            return null;
        }
        List<ImportCandidate> standing = arbitrated(attribute, ranked);
        if (standing == null) {
            return null;
        }
        Claims claims = new AttributeElection(
                attribute, past, lineage -> outlives(lineage, attribute), before.isEnding(), standing, references,
                report)
                .run();
        return claims == null ? null : Elected.of(past, claims, rulesetVersion, present.now());
    }

    /** The candidates with the one first that wins whatever its rank; null to leave the attribute as it is. */
    private List<ImportCandidate> arbitrated(AttributeDefinition attribute, List<ImportCandidate> ranked) {
        if (ranked.size() < 2 || attribute.type() == AttributeType.REFERENCE
                || !arbiter.decidesOf(before, attribute.name())) {
            return ranked;
        }
        Map<ExtensionFact.Contribution, ImportCandidate> bringing = new LinkedHashMap<>();
        for (ImportCandidate candidate : ranked) {
            if (candidate.contribution(attribute, references) instanceof Contribution.Brings brings) {
                bringing.put(
                        new ExtensionFact.Contribution(
                                candidate.object(), candidate.flow(), Content.of(brings.values())),
                        candidate);
            }
        }
        if (bringing.size() < 2) {
            return ranked;
        }
        return switch (arbiter.decide(before, attribute.name(), List.copyOf(bringing.keySet()))) {
            case Arbiter.Ruling.Wins wins -> first(bringing.get(wins.contribution()), ranked);
            case Arbiter.Ruling.ByPrecedence byPrecedence -> ranked;
            case Arbiter.Ruling.Leaves leaves -> null;
        };
    }

    private static List<ImportCandidate> first(ImportCandidate winner, List<ImportCandidate> ranked) {
        List<ImportCandidate> reordered = new ArrayList<>(ranked);
        reordered.remove(winner);
        reordered.addFirst(winner);
        return reordered;
    }

    private boolean outlives(Lineage lineage, AttributeDefinition attribute) {
        return rules.stream()
                .flatMap(flows -> flows.imports().stream())
                .anyMatch(flow -> flow.keepWhenGone()
                        && flow.name().equals(lineage.rule())
                        && flow.to().equals(attribute.name()))
                || arbiter.keepsWhenGone(before, lineage.rule(), attribute.name());
    }
}
