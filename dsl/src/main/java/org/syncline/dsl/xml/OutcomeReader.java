package org.syncline.dsl.xml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Set;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.xml.binding.AccountChange;
import org.syncline.dsl.xml.binding.Delete;
import org.syncline.dsl.xml.binding.Disable;
import org.syncline.dsl.xml.binding.Disconnect;
import org.syncline.dsl.xml.binding.DisconnectExplicitly;
import org.syncline.dsl.xml.binding.Enable;
import org.syncline.dsl.xml.binding.Removal;
import org.syncline.schema.identity.AttributeDefinition;

/** Reads what becomes of accounts. */
final class OutcomeReader {
    private final RuleFile rules;
    private final SourceFile file;

    OutcomeReader(RuleFile rules) {
        this.rules = rules;
        this.file = rules.source();
    }

    /** What an element says of an account; it must say something. */
    Outcome outcome(Locatable element, List<Object> parts) {
        List<Stage> stages = new ArrayList<>();
        Parts.only(file, parts, Disable.class)
                .ifPresent(disable -> stages.add(new Stage(Duration.ZERO, disable(disable), file.location(disable))));
        removal(parts).ifPresent(removal -> stages.add(
                new Stage(Periods.of(removal.getAfter()), action(removal), file.location(removal))));
        if (stages.isEmpty()) {
            file.problem(element, file.tagName(element) + " does not say what becomes of the account",
                    "write <disable>, <disconnect>, <disconnect-explicitly> or <delete> in it");
        }
        return new Outcome(stages, enable(parts));
    }

    private Optional<Removal> removal(List<Object> parts) {
        List<Removal> removals = Parts.all(parts, Removal.class);
        removals.stream().skip(1).forEach(second -> file.problem(
                second, file.tagName(second) + " cannot stand beside " + file.tagName(removals.getFirst()),
                "leave one of them"));
        return removals.stream().findFirst();
    }

    private Action action(Removal removal) {
        return switch (removal) {
            case Disconnect disconnect -> new org.syncline.dsl.ruleset.ProvisioningRules.Disconnect(false);
            case DisconnectExplicitly disconnect -> new org.syncline.dsl.ruleset.ProvisioningRules.Disconnect(true);
            case Delete delete -> delete(delete);
            default -> throw new IllegalStateException("No outcome: " + removal.getClass());
        };
    }

    private Action delete(Delete delete) {
        rules.connectedType().filter(type -> !type.allow().delete()).map(ConnectedObjectType::type)
                .ifPresent(type -> file.problem(
                        delete, "Objects of the type '" + type.name() + "' may not be deleted",
                        "write <disconnect>, or write delete in allow of the object type"));
        return new org.syncline.dsl.ruleset.ProvisioningRules.Delete();
    }

    private Action disable(Disable disable) {
        return new org.syncline.dsl.ruleset.ProvisioningRules.Disable(
                sets(disable.getSet(), rules.overIdentity()), moveTo(disable));
    }

    private org.syncline.dsl.ruleset.ProvisioningRules.Enable enable(List<Object> parts) {
        return Parts.only(file, parts, Enable.class)
                .map(enable -> new org.syncline.dsl.ruleset.ProvisioningRules.Enable(
                        sets(enable.getSet(), rules.overIdentity()), moveTo(enable), file.location(enable)))
                .orElse(org.syncline.dsl.ruleset.ProvisioningRules.Enable.NOTHING);
    }

    private Expression moveTo(AccountChange change) {
        return change.getMoveTo() == null
                ? null
                : rules.expressions().text(change.getMoveTo(), rules.overIdentity());
    }

    List<Set> sets(List<org.syncline.dsl.xml.binding.Set> written, Scope names) {
        return written.stream().map(set -> set(set, names)).toList();
    }

    private Set set(org.syncline.dsl.xml.binding.Set set, Scope names) {
        FlowValue source = FlowValue.of(set, set.getValue(), set.getContent());
        Optional<AttributeDefinition> target = rules.connectedAttribute(set, "to", set.getTo());
        Expression value = source.compile(rules, names, target);
        ValueTypes.checkExported(file, set, value, target);
        return new Set(
                set.getTo(),
                value,
                rules.expressions().condition(source.when(), names),
                merge(set, target),
                file.location(set));
    }

    private Merge merge(org.syncline.dsl.xml.binding.Set set, Optional<AttributeDefinition> target) {
        Merge merge = AttributeFlowsReader.merge(set.getMerge());
        boolean merges = merge == Merge.MERGE || merge == Merge.MERGE_CASE_INSENSITIVE;
        if (merges && target.isPresent() && !target.get().multiValued()) {
            file.problem(set, "merge", "'" + set.getTo() + "' holds one value, so nothing can stand beside it",
                    "leave out merge");
        }
        return merge;
    }
}
