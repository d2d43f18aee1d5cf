package org.syncline.rules.attributeflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.GroupRules;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Elects a large set of references by what changed in it, where one direct flow of one contributor brings all of it: changed values
 * become changed values, and the set is never read.
 */
final class StepwiseElection {
    private final MetaverseObject before;
    private final int index;
    private final LargeValues values;
    private final List<ImportCandidate> ranked;

    private StepwiseElection(MetaverseObject before, int index, LargeValues values, List<ImportCandidate> ranked) {
        this.before = before;
        this.index = index;
        this.values = values;
        this.ranked = ranked;
    }

    /** Null for an attribute that holds no large set. */
    static StepwiseElection of(MetaverseObject before, int index, List<ImportCandidate> ranked) {
        return before.attributes().get(index) instanceof LargeValues values
                ? new StepwiseElection(before, index, values, ranked)
                : null;
    }

    /** Whether nothing that flows can change it: it was derived, or a rule of groups decides it. */
    boolean isLeftAlone() {
        return values.origins().stream()
                .allMatch(origin -> origin.contributor() == 0
                        && (ranked.isEmpty() || GroupRules.isOrigin(origin.rule())));
    }

    /** The flow that brings all of it; null if there is none such. */
    ImportCandidate flow() {
        AttributeDefinition attribute = before.type().attribute(index);
        if (ranked.size() != 1 || !attribute.isSetOfReferences()) {
            return null;
        }
        ImportCandidate only = ranked.getFirst();
        Merge merge = only.flow().merge();
        boolean isSimple = only.flow().from() != null
                && (merge == Merge.UPDATE || merge == Merge.REPLACE)
                && source(only) instanceof LargeValues
                && values.origins().equals(Set.of(new Lineage.Origin(only.object().id(), only.flow().name())));
        return isSimple && stands(only) ? only : null;
    }

    private static Content source(ImportCandidate candidate) {
        return candidate.object().hologram().known().get(candidate.flow().from());
    }

    private static boolean stands(ImportCandidate candidate) {
        try {
            return candidate.scopeProblem() == null && candidate.inScope()
                    && candidate.source().evaluation().meets(candidate.flow().when());
        } catch (FlowProblem problem) {
            return false;
        }
    }

    /** Null where the whole set has to be elected. */
    IncomingReferences.Changed changed(IncomingReferences references) {
        ImportCandidate flow = flow();
        return flow == null ? null : references.changed(flow.object(), flow.flow().from(), before, index);
    }

    /** Null if nothing changed. */
    Elected elected(IncomingReferences.Changed changed, long rulesetVersion, Instant now) {
        ImportCandidate flow = ranked.getFirst();
        Lineage origin = new Lineage(flow.object().id(), flow.flow().name(), rulesetVersion, now);
        MetaverseObject after = before.changed(index, changed.added(), origin, changed.removed());
        return after == before ? null : new Elected(after.attributes().get(index), after.lineage().get(index));
    }
}
