package org.syncline.platform.engine.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Initial;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.dsl.ruleset.ProvisioningRules.Unique;
import org.syncline.dsl.ruleset.Ruleset;

/** Reads out of rules what they would write to a connected system. What programs decide is not known. */
final class IntendedExports {
    private final Ruleset ruleset;
    private final Containers containers;

    IntendedExports(Ruleset ruleset, Containers containers) {
        this.ruleset = ruleset;
        this.containers = containers;
    }

    /** By object type; types to which nothing is written are left out. */
    List<IntendedExport> to(ConnectorDefinition connector) {
        return connector.readOnly()
                ? List.of()
                : connector.objectTypes().stream()
                        .map(type -> new OfType(connector, type).intended())
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** What is written to objects of one type. */
    private final class OfType {
        private final ConnectedObjectType type;
        private final List<ProvisioningRules> accounts;
        private final Set<String> attributes = new TreeSet<>();
        private final Set<String> places = new TreeSet<>();

        OfType(ConnectorDefinition connector, ConnectedObjectType type) {
            this.type = type;
            String name = type.type().name();
            this.accounts = ruleset.provisioningRules().stream()
                    .filter(rules -> rules.connector().equals(connector.name()) && rules.objectType().equals(name))
                    .toList();
            ruleset.attributeFlows().stream()
                    .filter(flows -> flows.connector().equals(connector.name()) && flows.objectType().equals(name))
                    .flatMap(flows -> flows.exports().stream())
                    .map(ExportFlow::to)
                    .forEach(attributes::add);
        }

        IntendedExport intended() {
            boolean adds = accounts.stream().anyMatch(rules -> !rules.provisions().isEmpty());
            boolean deletes = accounts.stream().anyMatch(OfType::deletes);
            boolean renames = accounts.stream().anyMatch(OfType::renames);
            accounts.forEach(this::addWritten);
            boolean writes = adds || deletes || renames || !attributes.isEmpty();
            return writes
                    ? new IntendedExport(type.type().name(), adds, renames, deletes, places, columns())
                    : null;
        }

        private Set<String> columns() {
            Set<String> columns = new TreeSet<>();
            attributes.forEach(name -> type.attribute(name).map(ConnectedAttribute::column).ifPresent(columns::add));
            return columns;
        }

        private static boolean deletes(ProvisioningRules rules) {
            return !rules.reprovisions().isEmpty() || outcomes(rules)
                    .flatMap(outcome -> outcome.stages().stream())
                    .anyMatch(stage -> stage.action() instanceof ProvisioningRules.Delete);
        }

        private static boolean renames(ProvisioningRules rules) {
            return !rules.renames().isEmpty() || moves(rules).findAny().isPresent();
        }

        private static Stream<Outcome> outcomes(ProvisioningRules rules) {
            return Stream.concat(rules.deprovisions().stream().map(Deprovision::outcome),
                    Stream.ofNullable(rules.whenIdentityEnds()));
        }

        private static Stream<Disable> disables(ProvisioningRules rules) {
            return outcomes(rules)
                    .flatMap(outcome -> outcome.stages().stream())
                    .map(ProvisioningRules.Stage::action)
                    .filter(Disable.class::isInstance)
                    .map(Disable.class::cast);
        }

        private static Stream<Expression> moves(ProvisioningRules rules) {
            return Stream.concat(disables(rules).map(Disable::moveTo),
                    outcomes(rules).map(outcome -> outcome.enable().moveTo())).filter(Objects::nonNull);
        }

        private void addWritten(ProvisioningRules rules) {
            for (Provision provision : rules.provisions()) {
                provision.uniques().stream().map(Unique::to).forEach(attributes::add);
                provision.initials().stream().map(Initial::to).forEach(attributes::add);
            }
            sets(rules).map(ProvisioningRules.Set::to).forEach(attributes::add);
            List<Expression> names = new ArrayList<>();
            rules.provisions().stream().map(Provision::dn).filter(Objects::nonNull).forEach(names::add);
            rules.renames().stream().map(ProvisioningRules.Rename::dn).filter(Objects::nonNull).forEach(names::add);
            names.forEach(dn -> containers.ofName(dn, rules.metaverseType(), type.type()).ifPresent(places::add));
            moves(rules).forEach(
                    place -> containers.of(place, rules.metaverseType(), type.type()).ifPresent(places::add));
        }

        private static Stream<ProvisioningRules.Set> sets(ProvisioningRules rules) {
            return Stream.of(
                    rules.renames().stream().flatMap(rename -> rename.sets().stream()),
                    disables(rules).flatMap(disable -> disable.sets().stream()),
                    outcomes(rules).flatMap(outcome -> outcome.enable().sets().stream())).flatMap(sets -> sets);
        }
    }
}
