package org.syncline.rules.attributeflow;

import java.util.List;
import java.util.function.Predicate;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Value;

/** Elects the values of one attribute of one identity. */
final class AttributeElection {
    private final AttributeDefinition attribute;
    private final Past past;
    private final Predicate<Lineage> keeps;
    private final List<Value> frozen;
    private final List<ImportCandidate> ranked;
    private final IncomingReferences references;
    private final FlowReport report;
    private final boolean merging;
    private final Claims claims;
    private boolean decided;
    private boolean left;
    private boolean cleared;

    /**
     * @param keeps whether a value outlives the object that brought it
     * @param ending whether the identity is ending, so that nothing is recalled
     */
    AttributeElection(
            AttributeDefinition attribute,
            Past past,
            Predicate<Lineage> keeps,
            boolean ending,
            List<ImportCandidate> ranked,
            IncomingReferences references,
            FlowReport report) {
        this.attribute = attribute;
        this.past = past;
        this.keeps = keeps;
        this.frozen = ending ? past.having(past::isGone) : List.of();
        this.ranked = ranked;
        this.references = references;
        this.report = report;
        boolean anyMerges = false;
        boolean ignoresCase = false;
        for (ImportCandidate candidate : ranked) {
            anyMerges |= merges(candidate);
            ignoresCase |= candidate.flow().merge() == Merge.MERGE_CASE_INSENSITIVE;
        }
        this.merging = anyMerges;
        this.claims = new Claims(ignoresCase);
    }

    /** The values claimed, or null to leave the attribute as it is. */
    Claims run() {
        for (ImportCandidate candidate : ranked) {
            if (decided || isOutranked(candidate)) {
                report.traced(candidate, "lost");
            } else {
                consider(candidate);
            }
        }
        if (!cleared && !left) {
            keepWhatOutlivesItsContributor();
        }
        return left ? null : claims;
    }

    private boolean merges(ImportCandidate candidate) {
        return candidate.merges() && attribute.multiValued();
    }

    private boolean isOutranked(ImportCandidate candidate) {
        return !merges(candidate) && (!claims.isEmpty() || isFrozenAgainst(candidate));
    }

    /** Of an ending identity, only what brought a value once may bring it anew: the object that returned. */
    private boolean isFrozenAgainst(ImportCandidate candidate) {
        return !frozen.isEmpty()
                && frozen.stream().noneMatch(value -> past.lineage(value).rule().equals(candidate.flow().name()));
    }

    private void consider(ImportCandidate candidate) {
        switch (candidate.contribution(attribute, references)) {
            case Contribution.Brings brings -> claim(candidate, brings.values());
            case Contribution.Nothing nothing -> report.traced(candidate, nothing.outcome());
            case Contribution.Clears clears -> clear(candidate);
            case Contribution.Leaves leaves -> leave(candidate);
            case Contribution.Fails fails -> {
                report.failed(candidate, fails.problem());
                hold(candidate);
            }
        }
    }

    private void claim(ImportCandidate candidate, List<Value> values) {
        boolean mayEcho = merges(candidate) && candidate.source().receives(attribute.name());
        for (Value value : values) {
            if (!mayEcho || !past.isBroughtByAnother(value, candidate)) {
                claims.add(value, candidate.object().id(), candidate.flow().name());
            }
        }
        decided = !merges(candidate);
        report.traced(candidate, Content.of(values), decided ? "won" : "merged");
    }

    private void clear(ImportCandidate candidate) {
        report.traced(candidate, "cleared");
        decided = true;
        cleared = true;
    }

    private void leave(ImportCandidate candidate) {
        report.traced(candidate, "ignored");
        if (merges(candidate)) {
            hold(candidate);
        } else {
            decided = true;
            left = true;
        }
    }

    /** The candidate keeps what it brought before. */
    private void hold(ImportCandidate candidate) {
        List<Value> brought = past.broughtBy(candidate);
        keep(brought);
        decided = !brought.isEmpty() && !merges(candidate);
    }

    private void keepWhatOutlivesItsContributor() {
        if (claims.isEmpty() || merging) {
            keep(frozen);
            keep(past.having(lineage -> past.isGone(lineage) && keeps.test(lineage)));
        }
        if (claims.isEmpty()) {
            keep(past.having(lineage -> lineage.contributor() == 0));
        }
    }

    private void keep(List<Value> values) {
        for (Value value : values) {
            claims.add(value, past.lineage(value).contributor(), past.lineage(value).rule());
        }
    }
}
