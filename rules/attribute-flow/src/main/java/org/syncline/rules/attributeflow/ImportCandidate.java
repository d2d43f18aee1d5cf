package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * One flow of one contributor, standing for election.
 *
 * @param scopeProblem why its scope could not be evaluated; null if it could
 */
record ImportCandidate(ImportSource source, ImportFlow flow, boolean inScope, FlowProblem scopeProblem) {

    /** Lower precedence first; equal ranks (objects of one connector) in an order that never changes. */
    static final Comparator<ImportCandidate> BY_RANK =
            Comparator.<ImportCandidate>comparingInt(candidate -> candidate.flow().precedence())
                    .thenComparing(candidate -> candidate.object().connector())
                    .thenComparing(candidate -> candidate.anchor())
                    .thenComparingLong(candidate -> candidate.object().id());

    ConnectorSpaceObject object() {
        return source.object();
    }

    private String anchor() {
        return object().anchor() == null ? "\uffff" : object().anchor().text();
    }

    boolean merges() {
        return flow.merge() == Merge.MERGE || flow.merge() == Merge.MERGE_CASE_INSENSITIVE;
    }

    Contribution contribution(AttributeDefinition target, IncomingReferences references) {
        if (scopeProblem != null) {
            return new Contribution.Fails(scopeProblem);
        }
        try {
            return inScope && source.evaluation().meets(flow.when())
                    ? contribution(source.evaluation().content(flow.from(), flow.value()), target, references)
                    : new Contribution.Nothing("condition-not-met");
        } catch (FlowProblem problem) {
            return new Contribution.Fails(problem);
        }
    }

    private Contribution contribution(Content content, AttributeDefinition target, IncomingReferences references) {
        if (content instanceof Absence absence) {
            return switch (absence) {
                case NULL -> new Contribution.Nothing("nothing");
                case AUTHORITATIVE_NULL -> new Contribution.Clears();
                case IGNORE_THIS_FLOW -> new Contribution.Leaves();
            };
        }
        List<Value> values = resolved(withoutPendingRemovals(content.asList()), target, references);
        return values.isEmpty()
                ? new Contribution.Nothing("nothing")
                : new Contribution.Brings(Fitting.fit(values, target));
    }

    private List<Value> resolved(List<Value> values, AttributeDefinition target, IncomingReferences references) {
        List<Value> resolved = new ArrayList<>(values.size());
        for (Value value : values) {
            Value identity = value instanceof ReferenceValue reference && isReference(target)
                    ? references.identityOf(object(), flow.from(), reference)
                    : value;
            if (identity != null) {
                resolved.add(identity);
            }
        }
        return resolved;
    }

    private static boolean isReference(AttributeDefinition target) {
        return target.type() == AttributeType.REFERENCE;
    }

    /** What we are about to remove from the object, or removed and have not seen confirmed, is not its own any more. */
    private List<Value> withoutPendingRemovals(List<Value> values) {
        Set<Value> removed = merges() ? removed() : Set.of();
        return removed.isEmpty() ? values : values.stream().filter(value -> !removed.contains(value)).toList();
    }

    private Set<Value> removed() {
        return Stream.of(object().hologram().unconfirmedExport(), object().hologram().pendingExport())
                .flatMap(this::changes)
                .flatMap(change -> change.removed().stream())
                .collect(Collectors.toSet());
    }

    private Stream<Delta.AttributeChange> changes(Delta delta) {
        Set<String> read = flow.from() != null ? Set.of(flow.from()) : flow.value().reads();
        return delta.changes().stream()
                .filter(change -> read.contains(object().type().attribute(change.attribute()).name()));
    }
}
