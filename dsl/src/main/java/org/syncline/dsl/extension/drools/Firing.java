package org.syncline.dsl.extension.drools;

import org.drools.base.reteoo.BaseTuple;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/** The firing of rules over one page: tells facts which rule speaks, and keeps away those that must not. */
final class Firing {
    static final String ENDLESS =
            "The rule did not come to an end and is not fired any more. Mend it and save its file.";

    private final Quarantine quarantine;
    private volatile CompiledRule current;

    Firing(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** The rule that fired last; null if none did. */
    CompiledRule current() {
        return current;
    }

    AgendaFilter of(RuleBase base) {
        boolean isQuarantining = !quarantine.isEmpty();
        return match -> {
            CompiledRule rule = base.rule(match.getRule());
            RuleFact<?> fact = fact(match);
            if (isQuarantining && quarantine.holds(rule)) {
                fact.fail(rule, rule.failure(ENDLESS));
            }
            boolean fires = fact.beginFiring(rule);
            current = fires ? rule : current;
            return fires;
        };
    }

    /** What a rule is about stands first in its condition, or behind what was taken from elsewhere. */
    static RuleFact<?> fact(Match match) {
        for (BaseTuple tuple = ((InternalMatch) match).getTuple(); tuple != null; tuple = tuple.getParent()) {
            if (tuple.getFactHandle() != null && tuple.getFactHandle().getObject() instanceof RuleFact<?> fact) {
                return fact;
            }
        }
        throw new IllegalStateException("Rule " + match.getRule().getName() + " is about nothing");
    }
}
