package org.syncline.dsl.ruleset;

import java.util.Objects;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;

/** Looks through all rules for those whose outcome can change by the mere passing of time. */
record TimeDependence(Ruleset ruleset) {

    boolean isThere() {
        return expressions().filter(Objects::nonNull).anyMatch(Expression::readsClock)
                || outcomes().anyMatch(this::isStaged);
    }

    private boolean isStaged(ProvisioningRules.Outcome outcome) {
        return outcome.stages().stream().anyMatch(stage -> !stage.after().isZero());
    }

    private Stream<ProvisioningRules.Outcome> outcomes() {
        return ruleset.provisioningRules().stream()
                .flatMap(rules -> rules.deprovisions().stream())
                .map(ProvisioningRules.Deprovision::outcome);
    }

    private Stream<Expression> expressions() {
        return Stream.of(
                ruleset.connectors().values().stream()
                        .flatMap(connector -> connector.objectTypes().stream())
                        .map(ConnectedObjectType::filter),
                ruleset.joinRules().stream().flatMap(TimeDependence::ofJoin),
                ruleset.attributeFlows().stream().flatMap(TimeDependence::ofFlows),
                ruleset.provisioningRules().stream().flatMap(TimeDependence::ofProvisioning))
                .flatMap(expressions -> expressions);
    }

    private static Stream<Expression> ofJoin(JoinRules rules) {
        Stream<Expression> conditions =
                rules.criteria().stream().map(JoinRules.Criterion::when);
        Stream<Expression> projection =
                rules.projection() == null ? Stream.of() : Stream.of(rules.projection().when());
        return Stream.of(Stream.of(rules.scope()), conditions, projection).flatMap(expressions -> expressions);
    }

    private static Stream<Expression> ofFlows(AttributeFlows rules) {
        Stream<Expression> imports = rules.imports().stream().flatMap(flow -> Stream.of(flow.value(), flow.when()));
        Stream<Expression> exports = rules.exports().stream().flatMap(flow -> Stream.of(flow.value(), flow.when()));
        return Stream.of(Stream.of(rules.scope()), imports, exports).flatMap(expressions -> expressions);
    }

    private static Stream<Expression> ofProvisioning(ProvisioningRules rules) {
        return Stream.of(
                Stream.of(rules.scope()),
                rules.provisions().stream().map(ProvisioningRules.Provision::when),
                rules.renames().stream().flatMap(rename -> Stream.of(rename.when(), rename.dn())),
                rules.reprovisions().stream().map(ProvisioningRules.Reprovision::when),
                rules.deprovisions().stream().map(ProvisioningRules.Deprovision::when))
                .flatMap(expressions -> expressions);
    }
}
