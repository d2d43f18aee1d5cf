package org.syncline.rules.provisioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ProvisioningRules.Action;
import org.syncline.dsl.ruleset.ProvisioningRules.Delete;
import org.syncline.dsl.ruleset.ProvisioningRules.Disable;
import org.syncline.dsl.ruleset.ProvisioningRules.Outcome;
import org.syncline.dsl.ruleset.ProvisioningRules.Stage;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Leaving;

/**
 * The stages of an outcome at one instant.
 *
 * @param next when the next stage is due; null if all are
 */
record Stages(List<Stage> due, Instant next) {

    /** @param present takes note of when the next one is due */
    static Stages at(Outcome outcome, Instant since, Present present) {
        List<Stage> stages = outcome.stages().stream().sorted(Comparator.comparing(Stage::after)).toList();
        List<Stage> due = new ArrayList<>();
        for (Stage stage : stages) {
            Instant next = since.plus(stage.after());
            if (next.isAfter(present.now())) {
                present.changesAt(next);
                return new Stages(due, next);
            }
            due.add(stage);
        }
        return new Stages(due, null);
    }

    AccountDecision decide(Leaving leaving, RuleLocation location, AccountValues values, RuleEvaluation evaluation) {
        List<Setting> settings = new ArrayList<>();
        String moveTo = null;
        for (Disable disable : disabling()) {
            settings.addAll(values.settings(disable.sets(), evaluation));
            moveTo = disable.moveTo() == null ? moveTo : Names.complete(disable.moveTo(), evaluation);
        }
        return new AccountDecision.Deprovision(
                leaving.rule(), location, leaving, actions(), locations(), settings, moveTo, next);
    }

    /** None for an account that is deleted: a value that is missing shall not keep it alive. */
    private List<Disable> disabling() {
        return actions().stream().anyMatch(Delete.class::isInstance)
                ? List.of()
                : actions().stream().filter(Disable.class::isInstance).map(Disable.class::cast).toList();
    }

    private List<Action> actions() {
        return due.stream().map(Stage::action).toList();
    }

    private List<RuleLocation> locations() {
        return due.stream().map(Stage::location).filter(Objects::nonNull).toList();
    }
}
