package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.AccountRule;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.ProvisioningRules.Deprovision;
import org.syncline.dsl.ruleset.ProvisioningRules.Provision;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** What programs decide of the accounts of a page: rules among those of the files, in the order of the files' names. */
final class ExtensionAccounts {
    private final Synchronization synchronization;
    private final Page page;
    private final ProvisioningNotes notes;

    ExtensionAccounts(Synchronization synchronization, Page page, ProvisioningNotes notes) {
        this.synchronization = synchronization;
        this.page = page;
        this.notes = notes;
    }

    /** The tasks with what programs add to their rules; without those of which a program failed, which is reported. */
    List<ProvisioningTask> extend(List<ProvisioningTask> tasks) {
        if (synchronization.rules().extension().rules(Hook.PROVISIONING).findAny().isEmpty()) {
            return tasks;
        }
        List<ProvisioningTask> extended = new ArrayList<>();
        List<ProvisioningTask> asked = new ArrayList<>();
        List<ExtensionFact.OfAccount> facts = new ArrayList<>();
        for (ProvisioningTask task : tasks) {
            ProvisioningRules rules = task.rules();
            if (synchronization.rules().extension().isAbout(
                    Hook.PROVISIONING, rules.connector(), rules.objectType(), rules.metaverseType())) {
                asked.add(task);
                facts.add(fact(task));
            } else {
                extended.add(task);
            }
        }
        List<ExtensionAnswer<AccountRule>> answers = synchronization.workers()
                .mapPages(facts, synchronization.rules().extension()::provisioning);
        for (int task = 0; task < asked.size(); task++) {
            extend(asked.get(task), answers.get(task), extended);
        }
        return extended;
    }

    private ExtensionFact.OfAccount fact(ProvisioningTask task) {
        MetaverseObject identity = page.identity(task.identity());
        return new ExtensionFact.OfAccount(
                task.rules().connector(), task.rules().objectType(), identity, task.account(page),
                page.accounts(identity.id()).stream().map(ConnectorSpaceObject::connector).collect(Collectors.toSet()),
                page.present(identity));
    }

    private void extend(
            ProvisioningTask task, ExtensionAnswer<AccountRule> answer, List<ProvisioningTask> extended) {
        for (Failure failure : answer.failures()) {
            notes.fail(task, failure);
        }
        if (answer.failures().isEmpty()) {
            extended.add(answer.rules().isEmpty()
                    ? task
                    : new ProvisioningTask(task.identity(), with(task.rules(), answer.rules()), null));
        }
    }

    private static ProvisioningRules with(ProvisioningRules rules, List<AccountRule> added) {
        return new ProvisioningRules(
                rules.connector(), rules.objectType(), rules.metaverseType(), rules.scope(),
                among(rules.provisions(), added, Provision.class), rules.renames(), rules.reprovisions(),
                among(rules.deprovisions(), added, Deprovision.class), rules.whenIdentityEnds(), rules.location());
    }

    private static <R extends AccountRule> List<R> among(List<R> rules, List<AccountRule> added, Class<R> kind) {
        return Stream.concat(rules.stream(), added.stream().filter(kind::isInstance).map(kind::cast))
                .sorted(Comparator.comparing(rule -> rule.location().file()))
                .toList();
    }
}
