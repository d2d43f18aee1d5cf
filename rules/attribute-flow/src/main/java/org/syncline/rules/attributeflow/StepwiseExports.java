package org.syncline.rules.attributeflow;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/**
 * Direct flows into one account that bring all values of a large set of references, as they did before: no more than what changed of
 * the set need be looked at, if {@link OutgoingReferences#led} tells what it leads to.
 *
 * @param identity as it is now
 * @param identityBefore as it was when its flows were evaluated last
 * @param account as it is now
 * @param accountBefore as it was when its flows were evaluated last
 */
public record StepwiseExports(
        MetaverseObject identity, MetaverseObject identityBefore,
        ConnectorSpaceObject account, ConnectorSpaceObject accountBefore, Present present) {

    /** @param flows between the type of the account and that of the identity */
    public List<ExportFlow> among(List<AttributeFlows> flows, PrecedenceGate gate) {
        return flows.stream()
                .flatMap(rules -> among(rules, flows, gate))
                .toList();
    }

    private Stream<ExportFlow> among(AttributeFlows rules, List<AttributeFlows> flows, PrecedenceGate gate) {
        List<ExportFlow> fitting = rules.exports().stream()
                .filter(flow -> isBetweenSets(flow) && isSimple(flow) && isAlone(flow, flows))
                .filter(flow -> !gate.mayBlock(identity, flow, account))
                .toList();
        return !fitting.isEmpty() && stands(rules.scope(), exported(accountBefore), exported(account))
                ? fitting.stream().filter(
                        flow -> stands(flow.when(), identityBefore.attributes(), identity.attributes()))
                : Stream.empty();
    }

    private boolean isBetweenSets(ExportFlow flow) {
        return flow.from() != null
                && identity.type().has(flow.from())
                && isSet(identity.type(), flow.from())
                && isSet(account.type(), flow.to());
    }

    private static boolean isSet(ObjectType type, String name) {
        return type.attribute(type.index(name)).isSetOfReferences();
    }

    private static boolean isSimple(ExportFlow flow) {
        return !flow.initialOnly() && !flow.ownValuesOnly() && flow.compare() == Compare.EXACT;
    }

    private static boolean isAlone(ExportFlow flow, List<AttributeFlows> flows) {
        return flows.stream()
                .flatMap(rules -> rules.exports().stream())
                .filter(other -> other.to().equals(flow.to()))
                .count() == 1;
    }

    private static Attributes exported(ConnectorSpaceObject account) {
        return account.hologram().exported();
    }

    /** Whether a condition held and holds; that is asked of none that reads anything but small attributes of its object. */
    private boolean stands(Expression condition, Attributes before, Attributes now) {
        return condition == null
                || condition.readsAttributesOnly()
                        && !condition.readsClock()
                        && holds(condition, before)
                        && holds(condition, now);
    }

    private boolean holds(Expression condition, Attributes attributes) {
        try {
            return attributes != null
                    && condition.reads().stream().allMatch(attributes.type()::has)
                    && Collections.disjoint(condition.reads(), attributes.large())
                    && condition.holds(Evaluation.at(present).source(attributes));
        } catch (EvaluationException failure) {
            return false;
        }
    }
}
