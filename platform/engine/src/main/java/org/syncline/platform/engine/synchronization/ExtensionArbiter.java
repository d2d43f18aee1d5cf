package org.syncline.platform.engine.synchronization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionFact.Contribution;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.attributeflow.Arbiter;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** Has programs say which contributions to the attributes of one identity win. */
final class ExtensionArbiter implements Arbiter {
    private final Synchronization synchronization;
    private final Present present;
    private final Map<Failure, ConnectorSpaceObject> failures = new LinkedHashMap<>();

    ExtensionArbiter(Synchronization synchronization, Present present) {
        this.synchronization = synchronization;
        this.present = present;
    }

    @Override
    public boolean decidesOf(MetaverseObject identity, String attribute) {
        return synchronization.rules().extension().rules(Hook.RESOLVE)
                .anyMatch(rule -> rule.isAbout(Hook.RESOLVE, null, null, identity.type().name())
                        && rule.mayFill(attribute));
    }

    @Override
    public Ruling decide(MetaverseObject identity, String attribute, List<Contribution> contributions) {
        ExtensionAnswer<ImportFlow> answer = synchronization.rules().extension()
                .resolve(List.of(new ExtensionFact.OfElection(identity, attribute, contributions, present)))
                .getFirst();
        if (!answer.failures().isEmpty()) {
            answer.failures().forEach(failure -> failures.put(failure, contributions.getFirst().object()));
            return new Ruling.Leaves();
        }
        return contributions.stream()
                .filter(contribution -> answer.rules().contains(contribution.flow()))
                .findFirst()
                .<Ruling>map(Ruling.Wins::new)
                .orElseGet(Ruling.ByPrecedence::new);
    }

    @Override
    public boolean keepsWhenGone(MetaverseObject identity, String name, String attribute) {
        return synchronization.rules().extension().rules(Hook.IMPORT_FLOW)
                .anyMatch(rule -> rule.keepsWhenGone()
                        && rule.name().equals(name)
                        && rule.isAbout(Hook.IMPORT_FLOW, null, null, identity.type().name())
                        && rule.mayFill(attribute));
    }

    /** Reports what failed. */
    void report(Page page) {
        failures.forEach((failure, object) -> {
            page.count(Counter.FLOW_FAILURE, object);
            page.fail(Errors.of(object, "flow-failure", failure.message(), failure.rule(), failure.location(),
                    synchronization.now()).at(failure.stack()));
        });
    }
}
