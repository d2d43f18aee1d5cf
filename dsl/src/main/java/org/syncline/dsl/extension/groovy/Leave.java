package org.syncline.dsl.extension.groovy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Disconnect;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Set;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;

/** Takes what becomes of an account that is not wanted any more: one or several stages. */
public final class Leave extends Answers<AccountRule> {
    /** What is no attribute among the values of a disabling. */
    static final String MOVE_TO = "moveTo";

    private final List<Stage> stages = new ArrayList<>();

    Leave(ScriptRule rule) {
        super(rule);
    }

    /** The link is broken, the account stays. */
    public void disconnect() {
        add(Duration.ZERO, new Disconnect(false));
    }

    /** The account is deleted at once. */
    public void delete() {
        add(Duration.ZERO, new Delete());
    }

    /** The account is deleted after a time, such as {@code P30D}. */
    public void delete(String after) {
        try {
            add(Duration.parse(after), new Delete());
        } catch (DateTimeParseException mistake) {
            throw new IllegalArgumentException("'" + after + "' is no time; write it as P30D", mistake);
        }
    }

    /** The account is changed; {@code moveTo} is the DN of its new parent. */
    public void disable(Map<String, ?> values) {
        List<Set> sets = new ArrayList<>();
        values.forEach((attribute, value) -> {
            if (!attribute.equals(MOVE_TO)) {
                check(attribute, rule().objectType());
                sets.add(new Set(attribute, result(value, java.util.Set.of()), null, Merge.UPDATE, rule().location()));
            }
        });
        Object parent = values.get(MOVE_TO);
        Expression moveTo = parent == null ? null : result(parent.toString(), java.util.Set.of());
        add(Duration.ZERO, new Disable(sets, moveTo));
    }

    private void add(Duration after, Action action) {
        stages.add(new Stage(after, action));
    }

    @Override
    Collection<AccountRule> given() {
        return stages.isEmpty()
                ? List.of()
                : List.of(new Deprovision(rule().name(), null, new Outcome(stages), rule().location()));
    }
}
